import { z } from 'zod';
import { DECISIONS, ORDER_REASONS, ORDER_STATES } from '../order-state.ts';
import { DELIVERIES } from './catalogue.ts';
import { amount, currency, cursor, day, id, limit, type MethodShape, offerId, time } from './common.ts';

export const player = z.object({
  id: z.string(),
  serverId: z.string().optional(),
  nickname: z.string().optional(),
});
export type Player = z.output<typeof player>;

/** One purchase at the partner. Its id is the `transactionId`. Never holds a key: see `orders.revealKey`. */
export const order = z.object({
  id,
  saleId: id,
  /** What the customer has on paper. */
  saleNumber: z.string(),
  /** 1, 2, 3 … within the sale. */
  position: z.int(),
  offerId,
  productName: z.string(),
  offerName: z.string(),
  delivery: z.enum(DELIVERIES),
  player: player.optional(),
  state: z.enum(ORDER_STATES),
  reason: z.enum(ORDER_REASONS).optional(),
  /** What happens next: by itself, or what a person has to do. */
  next: z.enum(['automatic', 'decide', 'refund_customer', 'none']),
  decisions: z.array(z.enum(DECISIONS)),
  nextTryAt: time.optional(),
  /** It cannot be ended while a request without an answer may still buy it; from then on at the latest a person decides. */
  decidableAt: time.optional(),
  /** It waits for a person, and an earlier request for it was never answered: the partner may have it. Left out: no. */
  unanswered: z.literal(true).optional(),
  attempts: z.int(),
  hasKey: z.boolean(),
  /** It comes from a backup: what was done about it afterwards may be missing. Left out: it does not. */
  restored: z.literal(true).optional(),
  price: amount,
  currency,
  /** What the till means to pay, or paid, in the offer's currency. */
  cost: amount,
  costCurrency: currency,
  /** What the partner asks now, where that is why the order is held. */
  quotedCost: amount.optional(),
  /** What the partner says it charged. */
  chargedCost: amount.optional(),
  partnerOrderId: z.string().optional(),
  /** The partner's words about it, made safe. */
  message: z.string().optional(),
  refund: z.object({ amount, at: time, staffName: z.string(), reference: z.string().optional() }).optional(),
  /** The order made in this one's place, or the one this replaces. */
  replacedBy: id.optional(),
  replaces: id.optional(),
  createdAt: time,
  updatedAt: time,
});
export type Order = z.output<typeof order>;

/** `open`: not final. `attention`: a person has to decide, or to give money back. `ended`: final without delivery. */
export const ORDER_FILTERS = [...ORDER_STATES, 'open', 'attention', 'ended'] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

const historyEntry = z.object({
  at: time,
  action: z.string(),
  staffName: z.string().optional(),
  text: z.string(),
});

export const orderMethods = {
  'orders.list': {
    role: 'cashier',
    input: z.strictObject({
      state: z.enum(ORDER_FILTERS).optional(),
      saleId: id.optional(),
      day: day.optional(),
      /** A sale number, an order id, a partner order id, a player or part of a name. */
      query: z.string().max(200).optional(),
      limit: limit(500, 50),
      cursor: cursor.optional(),
    }),
    output: z.object({ orders: z.array(order), nextCursor: cursor.optional() }),
  },
  'orders.get': {
    role: 'cashier',
    input: z.strictObject({ orderId: id }),
    output: z.object({ order, history: z.array(historyEntry) }),
  },
  /**
   * `retry`: send again, same id, at the price now known. `check`: ask the partner about it first.
   * `cancel`: end it; the customer is owed the money. `reorder`: a new order in place of a canceled one.
   */
  'orders.decide': {
    role: 'manager',
    input: z.strictObject({ orderId: id, decision: z.enum(DECISIONS) }),
    output: z.object({ order, replacement: order.optional() }),
  },
  /** Every look at a key is in the audit. */
  'orders.revealKey': {
    role: 'cashier',
    input: z.strictObject({ orderId: id }),
    output: z.object({ key: z.string() }),
  },
  'orders.reprint': {
    role: 'cashier',
    input: z.strictObject({ orderId: id }),
    output: z.object({ printId: id, copy: z.boolean() }),
  },
} as const satisfies Record<string, MethodShape>;
