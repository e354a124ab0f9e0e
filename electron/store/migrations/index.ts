import { theTill } from './0001-the-till.ts';
import { theNewestOrders } from './0002-the-newest-orders.ts';

/** In order; a migration that has been released is never edited. `user_version` counts how many have run. */
export const MIGRATIONS: readonly string[] = [theTill, theNewestOrders];
