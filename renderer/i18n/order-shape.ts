import type { Decision, OrderReason, OrderState } from '../../shared/order-state.ts';

/** What the till records of an order, with _ for the dot. */
export const ORDER_ACTIONS = [
  'order_queued',
  'order_sending',
  'order_processing',
  'order_unknown',
  'order_held',
  'order_completed',
  'order_canceled',
  'order_refunded',
  'order_decided',
  'order_restored',
  'order_contradicted',
  'order_customer_refunded',
  'key_stored',
  'key_shown',
  'key_printed',
  'print_printed',
  'print_interrupted',
  'print_discarded',
] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** What is going on with an order: what happened, and what happens next. */
export interface StoryText {
  what: string;
  next: string;
}

/** A state, a reason, a decision or an action without a text does not compile. */
export interface OrderTexts {
  story: Record<OrderState, StoryText>;
  reason: Record<OrderReason, StoryText>;
  decision: Record<Decision, string>;
  action: Record<OrderAction, string>;
}
