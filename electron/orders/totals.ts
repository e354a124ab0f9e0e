import type { QueueSummary } from '../../shared/contract/terminal.ts';
import { add, type Decimal, subtract } from '../../shared/money.ts';
import type { OrderState } from '../../shared/order-state.ts';
import { isFinal } from '../../shared/order-state.ts';
import type { Db } from '../store/open.ts';

/** What one order adds to the queue's summary. */
export interface Share {
  state: OrderState;
  owed: boolean;
  price: Decimal;
}

export const EMPTY: QueueSummary = { waiting: 0, held: 0, toRefund: 0, amount: '0' };

/** The summary kept up to date order by order, so that it costs the same with one order waiting or a hundred thousand. */
export function exchange(summary: QueueSummary, before: Share | undefined, after: Share): QueueSummary {
  const without = before ? count(summary, before, -1) : summary;
  return count(without, after, 1);
}

export function readTotals(db: Db): QueueSummary {
  const rows = db
    .prepare<[], { state: OrderState; owed: 0 | 1; price: string; n: number }>(
      `SELECT state, 0 AS owed, price, count(*) AS n FROM orders
         WHERE state IN ('queued', 'sending', 'processing', 'unknown', 'held') GROUP BY state, price
       UNION ALL SELECT state, 1, price, count(*) FROM orders WHERE owed = 1 GROUP BY state, price`,
    )
    .all();
  let summary = EMPTY;
  for (const row of rows) {
    for (let i = 0; i < row.n; i++) summary = count(summary, { ...row, owed: row.owed === 1 }, 1);
  }
  return summary;
}

function count(summary: QueueSummary, share: Share, by: 1 | -1): QueueSummary {
  if (share.owed) return { ...summary, toRefund: summary.toRefund + by };
  if (isFinal(share.state)) return summary;
  const amount = by === 1 ? add(summary.amount, share.price) : subtract(summary.amount, share.price);
  if (share.state === 'held') return { ...summary, held: summary.held + by, amount };
  return { ...summary, waiting: summary.waiting + by, amount };
}
