import type { Order } from '../../shared/contract/orders.ts';
import type { Decision, OrderReason } from '../../shared/order-state.ts';
import type { Repriced } from './repriced.ts';

/** Why an order is held after the partner may already have booked it. */
const MAY_BE_BOUGHT: readonly OrderReason[] = ['mismatch', 'expired', 'key_missing'];

/** Which sentence says what a decision will do to this order. Each is a text of `orders:decide`. */
export function consequenceOf(
  decision: Decision,
  { state, reason, quotedCost }: Order,
  repriced: Repriced | undefined,
) {
  switch (decision) {
    case 'retry':
      if (repriced) return repriced.loss ? 'retryLoses' : 'retryReckoned';
      if (quotedCost !== undefined) return 'retryRepriced';
      if (reason === 'restored') return 'retryRestored';
      if (reason === 'expired') return 'retryExpired';
      return reason === 'price_changed' ? 'retryRead' : 'retrySame';
    case 'check':
      return state === 'completed' ? 'checkDelivered' : 'check';
    case 'cancel':
      if (reason === 'restored') return 'cancelRestored';
      return reason && MAY_BE_BOUGHT.includes(reason) ? 'cancelUnsure' : 'cancelSafe';
    case 'reorder':
      return 'reorder';
  }
}
