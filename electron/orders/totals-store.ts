import type { QueueSummary } from '../../shared/contract/terminal.ts';
import { type Decimal, multiply, sum } from '../../shared/money.ts';
import type { Db } from '../store/open.ts';

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
