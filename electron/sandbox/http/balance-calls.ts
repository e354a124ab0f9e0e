import { z } from 'zod';
import type { World } from '../world.ts';
import { parseBody } from './parse.ts';

export function balance(world: World): unknown {
  return {
    balance: Number(world.account.balance()),
    draftBalance: Number(world.account.reserved()),
    isPostpaid: world.settings.postpaid,
    currency: { id: 3, code: 'USD' },
    partnerId: 123,
    partnerName: 'Sandbox',
  };
}

const pageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(20),
});

export function transactions(world: World, query: unknown): unknown {
  const { page, limit } = parseBody(pageQuery, query);
  const found = world.account.page(page, limit);
  return {
    transactions: found.transactions.map(({ id, amount, type, description, balanceAfter, at }) => ({
      id,
      amount: Number(amount),
      type,
      description,
      balanceAfter: Number(balanceAfter),
      createdAt: new Date(at).toISOString(),
      currency: 'USD',
    })),
    total: found.total,
  };
}
