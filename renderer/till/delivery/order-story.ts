import type { Order } from '../../../shared/contract/orders.ts';
import {
  HELD_REASONS,
  type HeldReason,
  WAITING_REASONS,
  type WaitingReason,
} from '../../../shared/order-state.ts';

/** What is happening to an order, and what happens next: each has its words (`till.story`). */
export type Story =
  | 'queued'
  | 'sending'
  | 'processing'
  | 'unknown'
  | 'held'
  | HeldReason
  | WaitingReason
  | 'deliveredKey'
  | 'deliveredTopup'
  | 'deliveredStars'
  | 'owed'
  | 'moneyBack'
  | 'ended';

const DELIVERED = { key: 'deliveredKey', topup: 'deliveredTopup', stars: 'deliveredStars' } as const;

export function storyOf(order: Order): Story {
  const { state, reason } = order;
  switch (state) {
    case 'completed':
      return DELIVERED[order.delivery];
    case 'canceled':
    case 'refunded':
      if (order.refund) return 'moneyBack';
      return order.next === 'refund_customer' ? 'owed' : 'ended';
    case 'held':
      return isHeldReason(reason) ? reason : 'held';
    default:
      return isWaitingReason(reason) ? reason : state;
  }
}

const isHeldReason = (reason: Order['reason']): reason is HeldReason =>
  (HELD_REASONS as readonly Order['reason'][]).includes(reason);

const isWaitingReason = (reason: Order['reason']): reason is WaitingReason =>
  (WAITING_REASONS as readonly Order['reason'][]).includes(reason);
