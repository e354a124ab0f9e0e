import type { SaleDraft } from '../../shared/contract/sales.ts';

/** What a screen that is loaded again goes on with. */
export type Kept = { draft?: SaleDraft; saleId?: string };

/**
 * The sale on the screen, for a screen that is loaded again: it crashed, or its browser was restarted. In memory only, so
 * that no customer's player or address is on the disk for a sale that was never made. `saleOfAttempt`: the sale that was
 * charged under this attempt.
 */
export function createKeptSale(saleOfAttempt: (attemptId: string) => string | undefined) {
  let kept: Kept = {};
  return {
    /** A draft that has been charged meanwhile is a draft no more. */
    keep(draft: SaleDraft | null): void {
      if (draft === null) kept = {};
      else if (saleOfAttempt(draft.attemptId) === undefined) kept = { draft };
    },
    charged(saleId: string): void {
      kept = { saleId };
    },
    get: (): Kept => kept,
    isOnScreen: (): boolean => kept.draft !== undefined,
  };
}
