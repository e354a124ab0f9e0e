import type { QueueSummary } from '../../shared/contract/terminal.ts';
import { add, type Decimal, subtract } from '../../shared/money.ts';
import type { OrderState } from '../../shared/order-state.ts';
import { isFinal } from '../../shared/order-state.ts';

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

function count(summary: QueueSummary, share: Share, by: 1 | -1): QueueSummary {
  if (share.owed) return { ...summary, toRefund: summary.toRefund + by };
  if (isFinal(share.state)) return summary;
  const amount = by === 1 ? add(summary.amount, share.price) : subtract(summary.amount, share.price);
  if (share.state === 'held') return { ...summary, held: summary.held + by, amount };
  return { ...summary, waiting: summary.waiting + by, amount };
}
