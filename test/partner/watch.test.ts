import { expect, test } from 'vitest';
import type { ObservedResult } from '../../electron/partner/watch.ts';
import { watchPartner } from '../../electron/partner/watch.ts';
import { FakePartner } from '../support/fake-partner.ts';

const tooMany = async () => ({ kind: 'rate_limited', retryAfterMs: 600_000 }) as const;

function watched() {
  const seen: ObservedResult[] = [];
  const partner = new FakePartner({
    checkPlayer: tooMany,
    servers: tooMany,
    cataloguePage: tooMany,
    balance: tooMany,
    createOrder: tooMany,
    orderStatus: tooMany,
  });
  return { partner: watchPartner(partner, result => seen.push(result)), seen };
}

test('a limit on looking things up does not hold up the orders', async () => {
  const { partner, seen } = watched();
  await partner.checkPlayer(1, 'player');
  await partner.servers(1);
  await partner.cataloguePage(1, 1000);
  await partner.balance();
  expect(seen).toEqual([]);
});

test('a limit on orders does', async () => {
  const { partner, seen } = watched();
  await partner.createOrder({ offerId: 1, price: '1', transactionId: 't' });
  await partner.orderStatus('t');
  expect(seen).toHaveLength(2);
});
