import { afterEach, expect, test } from 'vitest';
import type { Order } from '../../shared/contract/orders.ts';
import { type Meddler, startMeddler } from '../partner/hostile/meddler.ts';
import { openTestTill, type TestTill } from '../support/test-till.ts';

const ORDERS = 14;

const stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});

async function aTillWith(seed: number): Promise<{ till: TestTill; meddler: Meddler }> {
  const met: Meddler[] = [];
  const till = await openTestTill({
    between: async url => {
      met.push(await startMeddler(url, seed));
      return met[0]?.url ?? url;
    },
  });
  const [meddler] = met;
  if (!meddler) throw new Error('nobody meddles');
  stopping.push(till.stop, meddler.stop);
  return { till, meddler };
}

const isSettled = ({ state, reason }: Order): boolean =>
  state === 'completed' || (state === 'held' && reason !== undefined);

/** Replay one with its seed alone in this list. */
test.each([1, 2, 3, 4, 5])(
  'a partner that answers with every kind of nonsense loses no order and has none bought twice (seed %i)',
  async seed => {
    const { till, meddler } = await aTillWith(seed);
    meddler.storm();
    const placed: Order[] = [];
    for (let piece = 0; piece < ORDERS; piece++) {
      placed.push(...(await till.sell(piece % 2 === 0 ? 999 : 1001)).orders);
    }
    await expect.poll(() => meddler.told.length, { timeout: 5_000 }).toBeGreaterThan(15);
    meddler.becomeHonest();
    for (const { id } of placed) {
      const order = await till.until(id, isSettled);
      const bookings = till.sandbox.ledger.orders().filter(({ transactionId }) => transactionId === id);
      expect(bookings.length).toBeLessThanOrEqual(1);
      if (order.state !== 'completed') continue;
      expect(bookings).toHaveLength(1);
      const { key } = await till.call('orders.revealKey', { orderId: id });
      const isTold = meddler.told.some(
        text => text.includes(JSON.stringify(key)) || text.includes(`:${key}`),
      );
      expect(isTold ? bookings[0]?.key : key).toBe(bookings[0]?.key);
    }
    expect((await till.call('audit.verify', {})).ok).toBe(true);
    const { orders } = await till.sell(999);
    await till.until(orders[0]?.id ?? '', ({ state }) => state === 'completed');
  },
  20_000,
);
