import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '../store/open.ts';

/** So many rows take a slow machine a few milliseconds: between two slices a cashier's sale gets its turn. */
const SLICE = 100;

/** Runs `write` for every item, in transactions short enough that nobody at the till feels them. */
export async function writeInSlices<T>(db: Db, items: readonly T[], write: (item: T) => void): Promise<void> {
  for (let start = 0; start < items.length; start += SLICE) {
    db.transaction(() => {
      for (const item of items.slice(start, start + SLICE)) write(item);
    }).immediate();
    await nextTurn();
  }
}
