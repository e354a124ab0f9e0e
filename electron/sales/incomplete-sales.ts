import { compare, subtract, sum, toCurrency } from '../../shared/money.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Db } from '../store/open.ts';
import { changeTotal, ordersMissingFrom, removeSale } from './sale-store.ts';

/**
 * After a restore, orders of a sale may be lost though the sale is not. What is left must add up: such a sale is counted
 * with the orders that are here, and one without any is left out. Both are in the audit, by number. Returns the ids of
 * those left out. `forget`: takes away first what refers to a sale that is left out.
 */
export function settleIncompleteSales(db: Db, at: number, forget: (saleId: string) => void): string[] {
  const leftOut: string[] = [];
  for (const { id, number, total, currency, prices } of ordersMissingFrom(db)) {
    const here = sum(prices);
    if (compare(here, total) === 0) continue;
    if (prices.length === 0) {
      forget(id);
      removeSale(db, id);
      leftOut.push(id);
    } else changeTotal(db, id, toCurrency(here, currency));
    const details = { number, total, missing: subtract(total, here) };
    appendAudit(db, { at, staffId: null, action: 'sale.incomplete', subject: id, details });
  }
  return leftOut;
}
