import type { Db } from '../store/open.ts';
import { deletePrintsOf, discardAll } from './print-store.ts';

/** Nothing that waited comes out by itself: whom it was for has gone, or has it. Each can be printed again. */
export function discardUnprinted(db: Db, now: number): void {
  discardAll(db, now);
}

/** What was printed of a sale that a restore could not bring back. */
export function forgetPrintsOf(db: Db, saleId: string): void {
  deletePrintsOf(db, saleId);
}
