/** The life of an order, as both sides name it. What moves an order from one to the next is electron/orders/order.ts. */
export const ORDER_STATES = [
  'queued',
  'sending',
  'processing',
  'unknown',
  'held',
  'completed',
  'canceled',
  'refunded',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Why an order needs a person's decision. */
export const HELD_REASONS = [
  'price_changed',
  'offer_gone',
  'refused',
  'mismatch',
  'expired',
  'key_missing',
  'restored',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** Why an order that the till will move on by itself has not moved yet. */
export const WAITING_REASONS = [
  'partner_down',
  'rate_limited',
  'insufficient_balance',
  'balance_unavailable',
  'token_rejected',
  'no_answer',
  'not_understood',
  'not_found',
  'key_pending',
  'slow',
] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** Why an order ended without delivery. */
export const ENDED_REASONS = ['by_partner', 'by_person'] as const;

export const ORDER_REASONS = [...HELD_REASONS, ...WAITING_REASONS, ...ENDED_REASONS] as const;
export type OrderReason = (typeof ORDER_REASONS)[number];

export const FINAL_STATES = ['completed', 'canceled', 'refunded'] as const satisfies readonly OrderState[];

export function isFinal(state: OrderState): boolean {
  return (FINAL_STATES as readonly OrderState[]).includes(state);
}

/** What a person may decide about an order. Which of them fits is `decisionsFor`. */
export const DECISIONS = ['retry', 'check', 'cancel', 'reorder'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What moves an order that has not been delivered, in one word for the screen to spell out. */
export type NextStep = 'automatic' | 'decide' | 'refund_customer' | 'none';
