import type { Order } from '../../shared/contract/orders.ts';
import type { Decision, OrderReason } from '../../shared/order-state.ts';
import type { Repriced } from './repriced.ts';

/** Why an order is held that the partner has booked, or another in its place. */
const BOUGHT: readonly OrderReason[] = ['mismatch', 'key_missing'];

/** Which sentence says what a decision will do to this order. Each is a text of `orders:decide`. */
export function consequenceOf(
  decision: Decision,
  { state, reason, quotedCost, unanswered }: Order,
  repriced: Repriced | undefined,
) {
  switch (decision) {
    case 'retry':
      if (repriced) return repriced.loss ? 'retryLoses' : 'retryReckoned';
      if (quotedCost !== undefined) return 'retryRepriced';
      if (reason === 'restored') return 'retryRestored';
      if (unanswered) return 'retryUnsure';
      return reason === 'price_changed' ? 'retryRead' : 'retrySame';
    case 'check':
      return state === 'completed' ? 'checkDelivered' : 'check';
    case 'cancel':
      if (reason === 'restored') return 'cancelRestored';
      return unanswered || (reason && BOUGHT.includes(reason)) ? 'cancelUnsure' : 'cancelSafe';
    case 'reorder':
      return 'reorder';
  }
}
