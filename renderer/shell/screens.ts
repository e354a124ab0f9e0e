import { lazy } from 'react';
import type { Place } from './place-store.ts';

const load = {
  till: async () => ({ default: (await import('../till/till-screen.tsx')).TillScreen }),
  orders: async () => ({ default: (await import('../orders/orders-screen.tsx')).OrdersScreen }),
  manager: async () => ({ default: (await import('../manager/manager-screen.tsx')).ManagerScreen }),
};

// Whoever opens the shell sells first: that screen is fetched at once, the others when they are opened.
void load.till();

export const SCREENS = {
  till: lazy(load.till),
  orders: lazy(load.orders),
  manager: lazy(load.manager),
} satisfies Record<Place, unknown>;
