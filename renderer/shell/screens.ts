import { type FetchedScreen, fetchAhead, fetched } from '../fetched.tsx';
import type { Place } from './place-store.ts';

export const SCREENS: Record<Place, FetchedScreen> = {
  till: fetched(async () => (await import('../till/till-screen.tsx')).TillScreen),
  orders: fetched(async () => (await import('../orders/orders-screen.tsx')).OrdersScreen),
  manager: fetched(async () => (await import('../manager/manager-screen.tsx')).ManagerScreen),
};

// Whoever opens the shell sells first: that screen is fetched at once, the others when they are opened.
fetchAhead(SCREENS.till);
