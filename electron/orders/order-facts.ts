import type { Delivery } from '../../shared/contract/catalogue.ts';
import type { Decimal } from '../../shared/money.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { Decision, OrderReason, OrderState } from '../../shared/order-state.ts';
import type { PartnerOffer, PartnerOrder, PartnerResult } from '../partner/partner.ts';

/** What is on disk about an order and decides what happens to it next. Times in milliseconds since the epoch. */
export interface OrderFacts {
  readonly state: OrderState;
  readonly reason: OrderReason | null;
  readonly offerId: OfferId;
  readonly delivery: Delivery;
  /** The cost the price was made from: what tolerance is measured against. */
  readonly agreedCost: Decimal;
  /** What the next request offers to pay. */
  readonly cost: Decimal;
  readonly costCurrency: string;
  /** When `cost` was read from the partner; null: it must be read again before ordering. */
  readonly quotedAt: number | null;
  /** What the partner asks, where a person has to agree to it. */
  readonly quotedCost: Decimal | null;
  readonly chargedCost: Decimal | null;
  readonly chargedCurrency: string | null;
  /** When the queue acts on it next; null: not by itself. */
  readonly nextAt: number | null;
  /** Fruitless tries in a row: what waiting grows with. */
  readonly tries: number;
  /** create-order requests that may have left this machine. */
  readonly attempts: number;
  readonly lastSentAt: number | null;
  /** Until when a request of ours may still reach the partner. */
  readonly underWayUntil: number | null;
  /** Since when a request may have been booked without our knowing; null: every request is accounted for. */
  readonly unansweredSince: number | null;
  /** The partner has said that it has this order: from then on it is never sent again by the till itself. */
  readonly acknowledged: boolean;
  /** It comes from a backup, and what happened to it since may be missing: the till itself never sends it again. */
  readonly restored: boolean;
  readonly partnerOrderId: string | null;
  readonly message: string | null;
  readonly hasKey: boolean;
}

export type OrderEvent =
  /** The queue is about to send create-order; only what is `sending` afterwards may be sent. */
  | { type: 'claimed' }
  | { type: 'created'; result: PartnerResult<PartnerOrder> }
  | { type: 'asked'; result: PartnerResult<PartnerOrder> }
  | { type: 'quoted'; result: PartnerResult<PartnerOffer> }
  /** The process started anew: nobody waits for the answer to what was sent before. */
  | { type: 'restarted' }
  /** Its data was put back from a backup. `gap`: something that happened after the backup may be missing in it. */
  | { type: 'restored'; gap: boolean }
  /** What it waited for may have come: the balance was topped up, the token replaced. */
  | { type: 'woken' }
  | { type: 'decided'; decision: Decision };

export type OrderEffect =
  | { type: 'store_key'; key: string }
  | { type: 'mark_offer_gone' }
  | { type: 'note_cost'; cost: Decimal; currency: string }
  | { type: 'refresh_balance' }
  /** A new order, with a new id, in place of this one. */
  | { type: 'reorder' }
  /** An answer that contradicts a final state: recorded, never obeyed. */
  | { type: 'contradiction'; says: string };

export interface OrderContext {
  now: number;
  /** For how long a request of this process may still be under way, by the clock that nobody sets. */
  underWayMs: number;
  /** [0, 1) */
  jitter: number;
  tolerancePercent: Decimal;
}

export interface Transition {
  facts: OrderFacts;
  effects: OrderEffect[];
}

/** An event that means nothing in this state: the order stays exactly as it is. */
export class ImpossibleEvent extends Error {
  override readonly name = 'ImpossibleEvent';
}

export const stay = (facts: OrderFacts): Transition => ({ facts, effects: [] });
