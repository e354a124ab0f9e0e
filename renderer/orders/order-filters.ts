import type { Order, OrderFilter } from '../../shared/contract/orders.ts';
import { isFinal } from '../../shared/order-state.ts';

/** What a person wants to see of all orders. */
export const SHOWN_ORDERS = ['all', 'open', 'attention', 'delivered', 'ended'] as const;
export type ShownOrders = (typeof SHOWN_ORDERS)[number];

/** How the till calls it; undefined: every order. */
export const FILTERS = {
  all: undefined,
  open: 'open',
  attention: 'attention',
  delivered: 'completed',
  ended: 'ended',
} as const satisfies Record<ShownOrders, OrderFilter | undefined>;

/** Whether an order belongs there as it is now: what the till would answer, known without asking. */
export function belongsTo(shown: ShownOrders, { state, next }: Order): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'open':
      return !isFinal(state);
    case 'attention':
      return next === 'decide' || next === 'refund_customer';
    case 'delivered':
      return state === 'completed';
    case 'ended':
      return state === 'canceled' || state === 'refunded';
  }
}
