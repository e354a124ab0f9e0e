import { type FetchedScreen, fetched } from '../fetched.tsx';
import type { Place } from './place-store.ts';

export const SCREENS: Record<Place, FetchedScreen> = {
  till: fetched(async () => (await import('../till/till-screen.tsx')).TillScreen),
  orders: fetched(async () => (await import('../orders/orders-screen.tsx')).OrdersScreen),
  manager: fetched(async () => (await import('../manager/manager-screen.tsx')).ManagerScreen),
};
