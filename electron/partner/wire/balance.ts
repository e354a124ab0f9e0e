import { z } from 'zod';
import type { PartnerBalance, PartnerTransaction } from '../partner.ts';
import { time } from './time.ts';
import { amount, currency, identifier, name, signedAmount, words } from './values.ts';

/** GET /api/v1/offers/balance. A postpaid balance may be below zero. */
export const balanceAnswer = z
  .object({
    balance: signedAmount,
    draftBalance: amount,
    isPostpaid: z.boolean(),
    currency: z.object({ code: currency }),
    partnerId: identifier,
  })
  .transform(
    (wire): PartnerBalance => ({
      balance: wire.balance,
      reserved: wire.draftBalance,
      currency: wire.currency.code,
      postpaid: wire.isPostpaid,
      partnerId: wire.partnerId,
    }),
  );

/** GET /api/v1/balance, which the page shows only with a `balance`: the rest as far as it is there. */
export const plainBalanceAnswer = z
  .object({
    balance: signedAmount,
    draftBalance: amount.nullish(),
    isPostpaid: z.boolean().nullish(),
    currency: z.object({ code: currency }).nullish(),
    partnerId: identifier.nullish(),
  })
  .transform(
    (wire): PartnerBalance => ({
      balance: wire.balance,
      reserved: wire.draftBalance ?? '0',
      currency: wire.currency?.code ?? 'USD',
      postpaid: wire.isPostpaid ?? false,
      partnerId: wire.partnerId ?? '',
    }),
  );

const transaction = z
  .object({
    id: identifier,
    amount: signedAmount,
    type: name,
    description: words,
    balanceAfter: signedAmount,
    createdAt: time,
  })
  .transform((wire): PartnerTransaction => ({ ...wire, description: wire.description ?? '' }));

/** All or nothing: a reconciliation over a list with silent gaps would accuse the wrong side. */
export const transactionsAnswer = z.object({ transactions: z.array(transaction), total: z.int().min(0) });
