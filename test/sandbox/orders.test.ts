import { describe, expect, test } from 'vitest';
import type { ManualClock } from './manual-clock.ts';
import { manualClock } from './manual-clock.ts';
import { openShop, type Shop } from './shop.ts';

/** Mobile Legends, 35 Diamonds: a top-up that wants a zone. */
const TOPUP = 1002;

async function topup(shop: Shop, transactionId: string, gameUserId = '512345678') {
  const { body } = await shop.post('/api/v1/offers/find-one', { offerId: TOPUP });
  const customer = { gameUserId, gameServerId: '2045' };
  return shop.create(transactionId, { offerId: TOPUP, price: body.price, customer });
}

async function slowShop(): Promise<{ shop: Shop; clock: ManualClock }> {
  const clock = manualClock();
  const usualPlans = { topup: { submittedMs: 1000, processingMs: 4000 } };
  return { shop: await openShop({ clock, settings: { usualPlans } }), clock };
}

describe('create-order', () => {
  test("answers the page's example: a key at once, and the time in the database's form", async () => {
    const shop = await openShop({ clock: manualClock() });
    const { status, body } = await shop.create('test112321124214', {
      customer: { email: 'user@gmail.com', gameUserId: '52357322414' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      orderId: 10222502,
      count: 1,
      price: 560.1,
      currency: 'RUB',
      offerId: 1001,
      productName: 'PUBG MOBILE GIFT',
      offerName: '60 UC',
      status: 'COMPLETED',
      isReturnDataForCustomer: true,
      key: expect.stringMatching(/^\d{12}$/),
      createdAt: '2026-03-29 10:08:04.296+00',
    });
    expect((await shop.status('test112321124214')).body).toEqual(body);
    const byId = await shop.post('/api/v1/offers/order-status', { orderId: 10222502 });
    expect(byId.body).toEqual(body);
  });

  test('books a transactionId once, however often and however differently it comes', async () => {
    const shop = await openShop();
    const [first, ...others] = await Promise.all(
      [1001, 1001, 999].map(offerId =>
        shop.create('same', { offerId, price: offerId === 999 ? 23.09 : 560.1 }),
      ),
    );
    const statuses = [first, ...others].map(seen => seen?.status).sort();
    expect(statuses).toEqual([200, 409, 409]);
    expect(shop.sandbox.ledger.orders()).toHaveLength(1);
    expect(shop.sandbox.ledger.creates('same')).toBe(3);
  });

  test('refuses a wrong price, a string id and a missing player, and books nothing', async () => {
    const shop = await openShop();
    const code = async (order: Record<string, unknown>) => (await shop.create('again', order)).body;
    expect(await code({ price: 560.11 })).toEqual({ error: { code: 'WRONG_PRICE' } });
    expect(await code({ offerId: '1001' })).toEqual({ error: { code: 'INVALID_REQUEST_BODY' } });
    expect(await code({ offerId: 77 })).toEqual({ error: { code: 'OFFER_NOT_FOUND' } });
    expect(await code({ offerId: TOPUP, price: 1 })).toEqual({ error: { code: 'INVALID_REQUEST_BODY' } });
    expect(shop.sandbox.ledger.orders()).toEqual([]);
    expect((await shop.create('again')).status).toBe(200);
  });

  test('gives every order another key', async () => {
    const shop = await openShop({ balance: '100000' });
    await Promise.all(Array.from({ length: 300 }, (_, index) => shop.create(`many-${index}`)));
    const keys = shop.sandbox.ledger.orders().map(order => order.key);
    expect(new Set(keys).size).toBe(300);
  });

  test('takes an order it cannot deliver, and cancels it with the money back', async () => {
    const shop = await openShop();
    expect((await topup(shop, 'nobody', '0123')).body).toMatchObject({
      status: 'CANCELED',
      message: 'Player not found',
    });
    shop.sandbox.setInStock(1001, false);
    expect((await shop.create('empty shelf')).body).toMatchObject({
      status: 'CANCELED',
      message: 'Product is out of stock',
    });
    expect(shop.sandbox.balance()).toEqual({ balance: '500.25', reserved: '0' });
  });
});

describe('an order with delays', () => {
  test('goes from SUBMITTED over PROCESSING to COMPLETED as time passes', async () => {
    const { shop, clock } = await slowShop();
    const seen = [(await topup(shop, 'slow')).body.status];
    for (const ms of [999, 1, 3999, 1]) {
      clock.pass(ms);
      seen.push((await shop.status('slow')).body.status);
    }
    expect(seen).toEqual(['SUBMITTED', 'SUBMITTED', 'PROCESSING', 'PROCESSING', 'COMPLETED']);
    expect((await shop.status('slow')).body).not.toHaveProperty('key');
  });

  test('is answered by codes where the partner prefers them', async () => {
    const { shop, clock } = await slowShop();
    shop.sandbox.change({ statusAnswer: 'code' });
    const code = async () => (await shop.status('slow')).body;
    expect(await code()).toEqual({ error: { code: 'ORDER_NOT_FOUND' } });
    await topup(shop, 'slow');
    expect(await code()).toEqual({ error: { code: 'ORDER_NOT_PROCESSING' } });
    clock.pass(1000);
    expect(await code()).toEqual({ error: { code: 'ORDER_NOT_COMPLETED' } });
    clock.pass(4000);
    expect(await code()).toMatchObject({ status: 'COMPLETED' });
    shop.sandbox.orders.finish('slow', 'REFUND');
    expect(await code()).toEqual({ error: { code: 'ORDER_ALREADY_REFUNDED' } });
    shop.sandbox.plans.next({ plan: { outcome: 'CANCELED' } });
    await shop.create('canceled');
    expect((await shop.status('canceled')).body).toEqual({ error: { code: 'ORDER_ALREADY_CANCELED' } });
  });
});

describe('planned orders', () => {
  test('the next ones follow their plan, and the one after them none', async () => {
    const shop = await openShop();
    shop.sandbox.plans.next({ plan: { outcome: 'CANCELED', message: 'No codes left' }, times: 2 });
    const statuses = [];
    for (const id of ['a', 'b', 'c']) statuses.push((await shop.create(id)).body.status);
    expect(statuses).toEqual(['CANCELED', 'CANCELED', 'COMPLETED']);
    expect((await shop.status('a')).body).toMatchObject({ message: 'No codes left' });
  });

  test('one is held in PROCESSING until it is finished by hand', async () => {
    const shop = await openShop();
    shop.sandbox.plans.next({ plan: { hold: 'PROCESSING' }, offerId: 1001 });
    const test999 = await shop.create('other', { offerId: 999, price: 23.09 });
    expect(test999.body.status).toBe('COMPLETED');
    const held = (await shop.create('held')).body;
    expect(held.status).toBe('PROCESSING');
    expect(held).not.toHaveProperty('key');
    shop.sandbox.orders.finish('held', 'COMPLETED');
    expect((await shop.status('held')).body).toMatchObject({
      status: 'COMPLETED',
      key: expect.any(String),
    });
    expect(() => shop.sandbox.orders.finish('held', 'CANCELED')).toThrow('COMPLETED cannot become CANCELED');
  });

  test('a key comes late, or never', async () => {
    const shop = await openShop();
    shop.sandbox.plans.always(1001, { key: 'late' });
    const first = (await shop.create('late')).body;
    expect(first.status).toBe('COMPLETED');
    expect(first).not.toHaveProperty('key');
    expect((await shop.status('late')).body).toHaveProperty('key');
    shop.sandbox.plans.always(1001, { key: 'missing' });
    await shop.create('missing');
    expect((await shop.status('missing')).body).not.toHaveProperty('key');
    shop.sandbox.plans.always(1001, undefined);
    expect((await shop.create('usual')).body).toHaveProperty('key');
  });

  test('a refund after delivery takes the key out of the answers and gives the money back', async () => {
    const shop = await openShop();
    await shop.create('bad key');
    shop.sandbox.orders.finish('bad key', 'REFUND');
    const { body } = await shop.status('bad key');
    expect(body.status).toBe('REFUND');
    expect(body).not.toHaveProperty('key');
    expect(shop.sandbox.ledger.order('bad key')).toMatchObject({ chargedUsd: '7.01', refundedUsd: '7.01' });
  });

  test('FAILED is told as it is', async () => {
    const shop = await openShop();
    shop.sandbox.plans.next({ plan: { outcome: 'FAILED' } });
    expect((await shop.create('failed')).body.status).toBe('FAILED');
    expect(shop.sandbox.balance().balance).toBe('500.25');
  });
});
