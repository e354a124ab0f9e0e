import { describe, expect, test } from 'vitest';
import { openShop, type Shop } from './shop.ts';

const ledger = async (shop: Shop) =>
  (await (await fetch(`${shop.sandbox.controlUrl}/sandbox/ledger`)).json()) as Record<string, unknown>;

describe('over HTTP, without a token', () => {
  test('money comes in and is taken away', async () => {
    const shop = await openShop();
    expect((await shop.control('topup', { usd: '49.75' })).body).toEqual({ ok: true });
    expect(await ledger(shop)).toMatchObject({ balance: '550', reserved: '0' });
    await shop.control('balance', { usd: '0' });
    expect((await shop.create('no money')).body).toEqual({ error: { code: 'INSUFFICIENT_BALANCE' } });
    expect((await shop.control('topup', { usd: 12 })).status).toBe(400);
  });

  test('prices move, stock runs out, offers go', async () => {
    const shop = await openShop();
    await shop.control('price', { offerId: 1001, price: '575.5' });
    expect((await shop.create('old price')).body).toEqual({ error: { code: 'WRONG_PRICE' } });
    expect((await shop.create('new price', { price: 575.5 })).body.price).toBe(575.5);
    await shop.control('price', { offerId: 'telegram_stars_50', price: '0.99' });
    const stars = await shop.post('/api/v1/offers/find-one', { offerId: 'telegram_stars_50' });
    expect(stars.body.price).toBe(0.99);
    await shop.control('stock', { offerId: 1001, inStock: false });
    expect((await shop.create('sold out', { price: 575.5 })).body.status).toBe('CANCELED');
    await shop.control('gone', { offerId: 1001 });
    expect((await shop.create('gone')).body).toEqual({ error: { code: 'OFFER_NOT_FOUND' } });
    expect((await shop.control('price', { offerId: 7, price: '1' })).body).toEqual({
      ok: false,
      error: 'The sandbox has no offer 7',
    });
  });

  test('orders are planned, and finished by either of their ids', async () => {
    const shop = await openShop();
    await shop.control('plans/next', { plan: { hold: 'SUBMITTED' }, times: 2 });
    const { orderId } = (await shop.create('one')).body;
    await shop.create('two/с пробелом');
    expect((await shop.control(`orders/${orderId}`, { status: 'COMPLETED' })).status).toBe(200);
    const path = `orders/${encodeURIComponent('two/с пробелом')}`;
    expect((await shop.control(path, { status: 'CANCELED' })).status).toBe(200);
    expect(shop.sandbox.ledger.orders().map(order => order.status)).toEqual(['COMPLETED', 'CANCELED']);
    expect((await shop.control('orders/nobody', { status: 'CANCELED' })).status).toBe(400);
    await shop.control('plans/always', { offerId: 1001, plan: { outcome: 'FAILED' } });
    expect((await shop.create('three')).body.status).toBe('FAILED');
    await shop.control('plans/always', { offerId: 1001, plan: null });
    expect((await shop.create('four')).body.status).toBe('COMPLETED');
  });

  test('settings and tokens change one at a time', async () => {
    const shop = await openShop({ settings: { postpaid: true } });
    await shop.control('settings', { errorShape: 'message' });
    expect(shop.sandbox.settings()).toMatchObject({ errorShape: 'message', postpaid: true });
    await shop.control('tokens', { shop: null });
    expect((await shop.create('x')).body).toEqual({ message: 'INVALID_TOKEN' });
    const manager = await shop.get('/api/v1/balance', `Bearer ${shop.sandbox.managementToken}`);
    expect(manager.status).toBe(200);
  });

  test('the ledger names every order, how often each was asked for, and what came in', async () => {
    const shop = await openShop();
    await shop.control('faults', [{ kind: 'status', status: 500, times: 2 }]);
    for (let index = 0; index < 3; index++) await shop.create('stubborn');
    expect(await ledger(shop)).toMatchObject({
      orders: [{ transactionId: 'stubborn', status: 'COMPLETED', chargedUsd: '7.01', offerId: 1001 }],
      creates: { stubborn: 3 },
      transactions: [{ type: 'PURCHASE', amount: '-7.01' }, { type: 'DEPOSIT' }],
    });
    const answer = await fetch(`${shop.sandbox.url}/sandbox/requests?call=create-order`);
    const { requests } = (await answer.json()) as { requests: { status: number; body: unknown }[] };
    expect(requests.map(request => request.status)).toEqual([500, 500, 200]);
    expect(requests[0]?.body).toEqual({ offerId: 1001, price: 560.1, transactionId: 'stubborn' });
  });

  test('a reset brings the first day back', async () => {
    const shop = await openShop();
    await shop.create('x');
    await shop.control('price', { offerId: 999, price: '1' });
    await shop.control('faults', { kind: 'status', status: 500 });
    await shop.control('reset');
    expect(await ledger(shop)).toMatchObject({ balance: '500.25', orders: [], creates: {} });
    expect((await shop.create('x')).status).toBe(200);
    const { body } = await shop.post('/api/v1/offers/find-one', { offerId: 999 });
    expect(body.price).toBe(23.09);
  });

  test('the partner goes down and comes back by the control port, which is no partner', async () => {
    const shop = await openShop({ controlPort: 0 });
    expect(await shop.control('down', { how: 'refuse' })).toMatchObject({ status: 200 });
    await expect(shop.create('x')).rejects.toThrow();
    await shop.control('up');
    expect((await shop.create('x')).status).toBe(200);
    expect((await fetch(`${shop.sandbox.controlUrl}/api/v1/offers/balance`)).status).toBe(404);
  });

  test('without a control port nobody locks themselves out', async () => {
    const shop = await openShop();
    expect((await shop.control('down')).status).toBe(400);
    expect((await shop.create('x')).status).toBe(200);
  });
});
