import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { DELIVERIES, offer } from './catalogue.ts';
import {
  amount,
  CALL_ERROR,
  currency,
  cursor,
  day,
  id,
  limit,
  type MethodShape,
  none,
  offerId,
  staffMember,
  time,
} from './common.ts';
import { order, player } from './orders.ts';

export const PAYMENT_METHODS = ['cash', 'card'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const MOST_LINES = 50;
export const MOST_PER_LINE = 50;
export const MOST_ORDERS_PER_SALE = 100;

const saleLine = z.object({
  offerId,
  productName: z.string(),
  offerName: z.string(),
  delivery: z.enum(DELIVERIES),
  quantity: z.int(),
  player: player.optional(),
  price: amount,
  amount,
});

export const sale = z.object({
  id,
  /** Short, unique on this till, printed on the receipt: "1042". */
  number: z.string(),
  attemptId: z.string(),
  createdAt: time,
  day,
  staff: z.object({ id, name: z.string() }),
  lines: z.array(saleLine),
  total: amount,
  refunded: amount,
  currency,
  email: z.string().optional(),
  payment: z.object({
    method: z.enum(PAYMENT_METHODS),
    tendered: amount.optional(),
    change: amount.optional(),
    reference: z.string().optional(),
  }),
  /** How many of its orders are delivered, still open, or ended without delivery. */
  progress: z.object({ delivered: z.int(), open: z.int(), failed: z.int() }),
});
export type Sale = z.output<typeof sale>;

const attemptId = z.string().min(8).max(64);

/**
 * `unanswered`: it is sent again by itself. `undecided`: the till answered, but not whether the sale was taken;
 * a person sends it again. `not_stored`: it is known that it was not, and the disk would take it now.
 */
const ATTEMPT_STATES = ['sending', 'unanswered', 'undecided', 'not_stored'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** A sale on the screen that is not charged yet: all that its screen needs to go on with it after it was loaded again. */
const saleDraft = z.strictObject({
  /** Under which it is or will be charged. */
  attemptId,
  /** It went out: what its screen knew of it then. */
  attempt: z
    .strictObject({
      state: z.enum(ATTEMPT_STATES),
      isDoubtful: z.boolean(),
      by: staffMember.nullable(),
      error: CALL_ERROR.nullable(),
    })
    .nullable(),
  isAtPayment: z.boolean(),
  /** Who stands at the till, and who put the first line in. */
  seller: staffMember.nullable(),
  begunBy: staffMember.nullable(),
  lines: z
    .array(
      z.strictObject({
        offer,
        quantity: z.int().min(1).max(MOST_PER_LINE),
        price: amount,
        player: player.exactOptional(),
        doubt: z.enum(['invalid', 'unavailable']).exactOptional(),
        priceBefore: amount.exactOptional(),
        refused: z.enum(ERROR_CODES).exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_LINES),
  payment: z.strictObject({
    method: z.enum(PAYMENT_METHODS),
    tendered: z.union([amount, z.literal('')]),
    reference: z.string().max(64),
    email: z.string().max(254),
  }),
});
export type SaleDraft = z.output<typeof saleDraft>;

export const saleMethods = {
  /**
   * Takes the customer's money: sale, payment, orders and audit are on disk before it answers.
   * The same `attemptId` always yields the same sale; with other lines it is refused (`attempt_conflict`).
   */
  'sales.charge': {
    role: 'cashier',
    input: z.strictObject({
      attemptId,
      lines: z
        .array(
          z.strictObject({
            offerId,
            quantity: z.int().min(1).max(MOST_PER_LINE),
            player: z
              .strictObject({
                id: z.string().trim().min(1).max(64),
                serverId: z.string().trim().min(1).max(64).optional(),
                nickname: z.string().max(120).optional(),
              })
              .optional(),
            /** One piece, in the shop's currency, as shown to the customer. */
            price: amount,
          }),
        )
        .min(1)
        .max(MOST_LINES),
      email: z.email().max(254).optional(),
      payment: z.strictObject({
        method: z.enum(PAYMENT_METHODS),
        /** Cash handed over. Left out: exactly the total. */
        tendered: amount.optional(),
        /** What the card terminal printed. */
        reference: z.string().trim().min(1).max(64).optional(),
      }),
    }),
    output: z.object({ sale, orders: z.array(order) }),
  },
  /**
   * What became of an attempt: its sale, or null where there is none. Throws `storage_unknown` for as long as the disk
   * does not let the till know.
   */
  'sales.attempt': {
    role: 'cashier',
    input: z.strictObject({ attemptId }),
    output: z.object({ taken: z.object({ sale, orders: z.array(order) }).nullable() }),
  },
  /** The sale on the screen, as it is now; null once there is none. It is held in memory, never on the disk. */
  'sales.keep': { role: 'cashier', input: z.strictObject({ draft: saleDraft.nullable() }), output: none },
  /** What a screen that was loaded again goes on with: the kept sale, or the one that was charged last. */
  'sales.kept': {
    role: 'cashier',
    input: none,
    output: z.object({ draft: saleDraft.optional(), saleId: id.optional() }),
  },
  'sales.get': {
    role: 'cashier',
    input: z.strictObject({ saleId: id }),
    output: z.object({ sale, orders: z.array(order) }),
  },
  'sales.list': {
    role: 'cashier',
    input: z.strictObject({
      day: day.optional(),
      query: z.string().max(200).optional(),
      limit: limit(500, 50),
      cursor: cursor.optional(),
    }),
    output: z.object({ sales: z.array(sale), nextCursor: cursor.optional() }),
  },
  /** Records that the customer has had the money back for an order that ended without delivery. */
  'sales.refund': {
    role: 'cashier',
    input: z.strictObject({ orderId: id, reference: z.string().trim().min(1).max(64).optional() }),
    output: z.object({ order }),
  },
} as const satisfies Record<string, MethodShape>;
