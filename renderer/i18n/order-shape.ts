import type { Decision, OrderReason, OrderState } from '../../shared/order-state.ts';

/** What is going on with an order: what happened, and what happens next. */
export interface StoryText {
  what: string;
  next: string;
}

/** A state, a reason or a decision without a text does not compile. */
export interface OrderTexts {
  story: Record<OrderState, StoryText>;
  reason: Record<OrderReason, StoryText>;
  decision: Record<Decision, string>;
}
