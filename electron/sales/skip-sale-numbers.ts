import type { Db } from '../store/open.ts';
import { keepNumbersFrom, nextSaleNumber } from './sale-store.ts';

/** More sales than a till makes between two backups. */
const ROOM = 1_000;

/**
 * Sales that are missing here have their numbers on paper: the next sale starts beyond them, at a round thousand. Returns
 * its number.
 */
export function skipSaleNumbers(db: Db): number {
  const next = Math.ceil((nextSaleNumber(db) + ROOM) / ROOM) * ROOM + 1;
  keepNumbersFrom(db, next);
  return next;
}
