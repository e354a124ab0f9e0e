import { describe, expect, test } from 'vitest';
import type { ErrorShape } from '../../electron/sandbox/refusal.ts';
import { openShop } from './shop.ts';

const FIND_ONE = '/api/v1/offers/find-one';

describe('tokens', () => {
  test('a wrong one, none, or the right one behind Bearer is INVALID_TOKEN on every call', async () => {
    const shop = await openShop();
    for (const token of ['', 'f'.repeat(32), `Bearer ${shop.sandbox.token}`, shop.sandbox.managementToken]) {
      expect(await shop.post(FIND_ONE, { offerId: 999 }, token)).toMatchObject({
        status: 401,
        body: { error: { code: 'INVALID_TOKEN' } },
      });
      expect((await shop.get('/api/v1/offers/balance', token)).status).toBe(401);
    }
    expect((await shop.post('/api/v1/offers/check-game-data', {}, 'wrong')).status).toBe(401);
    expect((await shop.get('/api/v1/balance', 'wrong')).status).toBe(401);
  });

  test('a new one replaces the old one, which is worth nothing from then on', async () => {
    const shop = await openShop();
    shop.sandbox.setTokens({ shop: 'a'.repeat(32) });
    expect((await shop.create('old token')).status).toBe(401);
    expect((await shop.post(FIND_ONE, { offerId: 999 }, 'a'.repeat(32))).status).toBe(200);
    shop.sandbox.setTokens({ shop: null });
    expect((await shop.post(FIND_ONE, { offerId: 999 }, 'a'.repeat(32))).status).toBe(401);
    expect(shop.sandbox.ledger.orders()).toEqual([]);
  });

  test('are not in the ledger: only whose they were', async () => {
    const shop = await openShop();
    await shop.create('mine');
    await shop.get('/api/v1/balance', `Bearer ${shop.sandbox.managementToken}`);
    await shop.get('/api/v1/balance', 'wrong');
    const requests = shop.sandbox.ledger.requests();
    expect(requests.map(({ call, token, status }) => [call, token, status])).toEqual([
      ['create-order', 'shop', 200],
      ['balance', 'management', 200],
      ['balance', 'other', 401],
    ]);
    expect(JSON.stringify(requests)).not.toContain(shop.sandbox.token);
  });
});

describe('the body of an error', () => {
  const bodies: Record<ErrorShape, unknown> = {
    'error.code': { error: { code: 'OFFER_NOT_FOUND' } },
    code: { code: 'OFFER_NOT_FOUND' },
    error: { error: 'OFFER_NOT_FOUND' },
    message: { message: 'OFFER_NOT_FOUND' },
  };

  test.each(Object.entries(bodies) as [ErrorShape, unknown][])('can be %s', async (errorShape, body) => {
    const shop = await openShop({ settings: { errorShape } });
    expect(await shop.post(FIND_ONE, { offerId: 5 })).toMatchObject({ status: 404, body });
  });

  test('can come with any HTTP status', async () => {
    const shop = await openShop({ settings: { errorStatus: 200 } });
    expect(await shop.post(FIND_ONE, { offerId: 5 })).toMatchObject({
      status: 200,
      body: { error: { code: 'OFFER_NOT_FOUND' } },
    });
  });

  test('has no code where there is no such call', async () => {
    const shop = await openShop();
    expect(await shop.post('/api/v2/anything', {})).toMatchObject({
      status: 404,
      body: { error: 'Not Found' },
    });
    expect((await shop.get(FIND_ONE)).status).toBe(404);
  });
});
