import { describe, expect, test } from 'vitest';
import { add } from '../../shared/money.ts';
import { openShop, type Shop } from './shop.ts';

const balanceOf = async (shop: Shop) => (await shop.get('/api/v1/offers/balance')).body;

describe('the balance', () => {
  test('is in USD, and the same by the shop token and by the management token', async () => {
    const shop = await openShop();
    expect(await balanceOf(shop)).toMatchObject({
      balance: 500.25,
      draftBalance: 0,
      isPostpaid: false,
      currency: { id: 3, code: 'USD' },
      partnerId: 123,
    });
    const byShop = await shop.get('/api/v1/balance');
    const byManager = await shop.get('/api/v1/balance', `Bearer ${shop.sandbox.managementToken}`);
    expect(byManager.body).toEqual(byShop.body);
  });

  test('pays an order in RUB at the rate, reserved until it is final', async () => {
    const shop = await openShop();
    shop.sandbox.plans.next({ plan: { hold: 'PROCESSING' } });
    await shop.create('rub');
    expect(await balanceOf(shop)).toMatchObject({ balance: 493.24, draftBalance: 7.01 });
    shop.sandbox.orders.finish('rub', 'COMPLETED');
    expect(await balanceOf(shop)).toMatchObject({ balance: 493.24, draftBalance: 0 });
  });

  test('takes nothing for the test offer', async () => {
    const shop = await openShop({ balance: '0' });
    const { body } = await shop.create('test_123456', { offerId: 999, price: 23.09 });
    expect(body).toMatchObject({ status: 'COMPLETED', key: expect.any(String) });
    expect(shop.sandbox.ledger.transactions()).toEqual([]);
  });

  test('that is too small refuses an order, unless the account is postpaid', async () => {
    const shop = await openShop({ balance: '7' });
    const refused = await shop.create('dear');
    expect(refused).toMatchObject({ status: 402, body: { error: { code: 'INSUFFICIENT_BALANCE' } } });
    shop.sandbox.topUp('0.01');
    expect((await shop.create('dear')).status).toBe(200);
    expect((await balanceOf(shop)).balance).toBe(0);
    shop.sandbox.change({ postpaid: true });
    expect((await shop.create('on account')).status).toBe(200);
    expect(await balanceOf(shop)).toMatchObject({ balance: -7.01, isPostpaid: true });
  });
});

describe('the transactions', () => {
  test('are every movement, newest first, and each balance follows exactly from the one before', async () => {
    const shop = await openShop({ balance: '100.10' });
    shop.sandbox.plans.next({ plan: { outcome: 'CANCELED' }, times: 3 });
    for (let index = 0; index < 9; index++) await shop.create(`order-${index}`);
    shop.sandbox.topUp('50');
    shop.sandbox.setBalance('0.3');
    const rows = shop.sandbox.ledger.transactions().toReversed();
    let balance = '0';
    for (const row of rows) {
      balance = add(balance, row.amount);
      expect(row.balanceAfter).toBe(balance);
    }
    expect(balance).toBe('0.3');
    expect(shop.sandbox.balance().balance).toBe('0.3');
    expect(rows.map(row => row.type)).toContain('REFUND');
  });

  test('come in pages', async () => {
    const shop = await openShop();
    for (let index = 0; index < 4; index++) await shop.create(`order-${index}`);
    const page = async (query: string) => (await shop.get(`/api/v1/balance/transactions${query}`)).body;
    const first = await page('?page=1&limit=3');
    expect(first).toMatchObject({ total: 5, transactions: [{ id: 5 }, { id: 4 }, { id: 3 }] });
    expect(await page('?page=2&limit=3')).toMatchObject({ transactions: [{ id: 2 }, { id: 1 }] });
    expect((await page('?page=3&limit=3')).transactions).toEqual([]);
    expect(await page('')).toMatchObject({
      transactions: [
        { amount: -7.01, type: 'PURCHASE', description: 'API Purchase - PUBG MOBILE GIFT 60 UC' },
        {},
        {},
        {},
        { amount: 500.25, type: 'DEPOSIT', balanceAfter: 500.25 },
      ],
    });
  });

  test('can want the management token, as a Bearer', async () => {
    const shop = await openShop({ settings: { shopTokenReadsHistory: false } });
    const path = '/api/v1/balance/transactions';
    expect((await shop.get(path)).status).toBe(401);
    expect((await shop.get(path, shop.sandbox.managementToken)).status).toBe(401);
    expect((await shop.get(path, `Bearer ${shop.sandbox.managementToken}`)).status).toBe(200);
  });
});
