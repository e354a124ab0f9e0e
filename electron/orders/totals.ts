import type { QueueSummary } from '../../shared/contract/terminal.ts';
import { add, type Decimal, multiply, subtract, sum } from '../../shared/money.ts';
import type { OrderState } from '../../shared/order-state.ts';
import { isFinal } from '../../shared/order-state.ts';
import type { Db } from '../store/open.ts';

/** What one order adds to the queue's summary. */
export interface Share {
  state: OrderState;
  owed: boolean;
  price: Decimal;
}

/** The summary kept up to date order by order, so that it costs the same with one order waiting or a hundred thousand. */
export function exchange(summary: QueueSummary, before: Share | undefined, after: Share): QueueSummary {
  const without = before ? count(summary, before, -1) : summary;
  return count(without, after, 1);
}

/** From what the database counts as it goes, and the few newest orders that it has not counted yet. */
export function readTotals(db: Db): QueueSummary {
  const rows = db
    .prepare<[], { share: 'waiting' | 'held' | 'owed'; price: Decimal; orders: number }>(
      `SELECT share, price, orders FROM order_counts
       UNION ALL SELECT share, price, orders FROM orders_uncounted`,
    )
    .all();
  const inAll = (wanted: (typeof rows)[number]['share']): number =>
    rows.reduce((total, { share, orders }) => total + (share === wanted ? orders : 0), 0);
  return {
    waiting: inAll('waiting'),
    held: inAll('held'),
    toRefund: inAll('owed'),
    amount: sum(rows.map(({ share, price, orders }) => (share === 'owed' ? '0' : multiply(price, orders)))),
  };
}

function count(summary: QueueSummary, share: Share, by: 1 | -1): QueueSummary {
  if (share.owed) return { ...summary, toRefund: summary.toRefund + by };
  if (isFinal(share.state)) return summary;
  const amount = by === 1 ? add(summary.amount, share.price) : subtract(summary.amount, share.price);
  if (share.state === 'held') return { ...summary, held: summary.held + by, amount };
  return { ...summary, waiting: summary.waiting + by, amount };
}
