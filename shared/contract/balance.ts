import { z } from 'zod';
import { currency, decimal, limit, type MethodShape, time } from './common.ts';

export const balance = z.object({
  balance: decimal,
  reserved: decimal,
  currency,
  postpaid: z.boolean(),
  asOf: time,
  /** The partner could not be asked just now: this is what it said at `asOf`. */
  stale: z.boolean(),
  low: z.boolean(),
});
export type Balance = z.output<typeof balance>;

const transaction = z.object({
  id: z.string(),
  amount: decimal,
  type: z.string(),
  description: z.string(),
  balanceAfter: decimal,
  createdAt: time,
});
export type BalanceTransaction = z.output<typeof transaction>;

export const balanceMethods = {
  'balance.get': {
    role: 'cashier',
    input: z.strictObject({ fresh: z.boolean().default(false) }),
    output: balance,
  },
  'balance.transactions': {
    role: 'manager',
    input: z.strictObject({ page: z.int().min(1).default(1), limit: limit(100, 20) }),
    output: z.object({ transactions: z.array(transaction), total: z.int() }),
  },
} as const satisfies Record<string, MethodShape>;
