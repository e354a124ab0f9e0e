import { z } from 'zod';
import { ORDER_STATES } from '../order-state.ts';
import { amount, currency, cursor, day, decimal, id, limit, type MethodShape, none, time } from './common.ts';
import { order } from './orders.ts';

const bucket = { orders: z.int(), gross: amount };

/** One business day. Orders belong to the day of their sale; a refund to the day the money went back. */
export const dayReport = z.object({
  day,
  from: time,
  /** Exclusive. */
  to: time,
  timeZone: z.string(),
  currency,
  totals: z.object({
    sales: z.int(),
    orders: z.int(),
    /** Money taken for this day's sales. */
    gross: amount,
    /** Money given back on this day. */
    refunds: amount,
    net: decimal,
    /** What became of `gross`: the four add up to it. */
    delivered: amount,
    waiting: amount,
    toRefund: amount,
    refunded: amount,
  }),
  byProduct: z.array(z.object({ productName: z.string(), ...bucket })),
  byStaff: z.array(z.object({ staffId: id, name: z.string(), sales: z.int(), ...bucket })),
  byState: z.array(z.object({ state: z.enum(ORDER_STATES), ...bucket })),
  /** Only hours with a sale; `from` tells the two hours of an autumn night apart. */
  byHour: z.array(z.object({ hour: z.string(), from: time, sales: z.int(), ...bucket })),
  byPayment: z.array(
    z.object({
      method: z.enum(['cash', 'card']),
      sales: z.int(),
      gross: amount,
      refunds: amount,
      net: decimal,
    }),
  ),
  /** What the partner charged for what was delivered, per currency. */
  costs: z.array(z.object({ currency, orders: z.int(), amount })),
  /** Numbers that no sale has, among or just before those of the day: a restore left room for sales it could not bring back. */
  numbersLeftOut: z.array(z.object({ from: z.string(), to: z.string() })),
  open: z.array(order),
});
export type DayReport = z.output<typeof dayReport>;

const auditEntry = z.object({
  seq: z.int(),
  at: time,
  staffName: z.string().optional(),
  action: z.string(),
  subject: z.string().optional(),
  details: z.string(),
});
export type AuditEntry = z.output<typeof auditEntry>;

export const recordMethods = {
  /** Left out, `day` is the business day of this moment. */
  'reports.day': { role: 'manager', input: z.strictObject({ day: day.optional() }), output: dayReport },
  'reports.export': {
    role: 'manager',
    input: z.strictObject({ day: day.optional() }),
    output: z.object({ fileName: z.string(), csv: z.string() }),
  },
  'audit.list': {
    role: 'manager',
    input: z.strictObject({ limit: limit(500, 100), cursor: cursor.optional() }),
    output: z.object({ entries: z.array(auditEntry), nextCursor: cursor.optional() }),
  },
  'audit.verify': {
    role: 'manager',
    input: none,
    output: z.object({ ok: z.boolean(), entries: z.int(), brokenAt: z.int().optional() }),
  },
} as const satisfies Record<string, MethodShape>;
