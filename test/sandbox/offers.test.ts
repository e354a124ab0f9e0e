import { describe, expect, test } from 'vitest';
import { openShop } from './shop.ts';

const FIND_ONE = '/api/v1/offers/find-one';
const CHECK = '/api/v1/offers/check-game-data';
const SYNC = '/api/v1/offers/sync';
const SERVERS = '/api/v1/partner/product-offer/servers';

describe('find-one', () => {
  test("answers the page's examples to the digit, with fields the page does not name", async () => {
    const shop = await openShop();
    const test999 = await shop.post(FIND_ONE, { offerId: 999 });
    expect(test999.status).toBe(200);
    expect(test999.body).toMatchObject({
      offerId: 999,
      productName: 'Steam US',
      offerName: 'TEST OFFER GROUP',
      count: 1,
      price: 23.09,
      currency: 'KZT',
      isReturnDataForCustomer: true,
    });
    expect(test999.body).toHaveProperty('quoteExpiresAt');
    expect((await shop.post(FIND_ONE, { offerId: 1001 })).body).toMatchObject({
      productName: 'PUBG MOBILE GIFT',
      offerName: '60 UC',
      price: 560.1,
      currency: 'RUB',
      isReturnDataForCustomer: true,
    });
  });

  test('refuses an offer id in a string, and does not find one that is not there', async () => {
    const shop = await openShop();
    const text = await shop.post(FIND_ONE, { offerId: '1001' });
    expect(text).toMatchObject({ status: 400, body: { error: { code: 'INVALID_REQUEST_BODY' } } });
    const broken = await shop.post(FIND_ONE, '{"offerId":');
    expect(broken.body).toEqual({ error: { code: 'INVALID_REQUEST_BODY' } });
    const missing = await shop.post(FIND_ONE, { offerId: 1013 });
    expect(missing).toMatchObject({ status: 404, body: { error: { code: 'OFFER_NOT_FOUND' } } });
  });
});

describe('check-game-data', () => {
  test('knows the example player, and any player of the test offer', async () => {
    const shop = await openShop();
    const example = await shop.post(CHECK, { offerId: 1001, gameUserId: '52357322414' });
    expect(example.body).toMatchObject({ status: 'VALID', gameUserLogin: 'JJJ' });
    const anyone = await shop.post(CHECK, { offerId: 999, gameUserId: '0' });
    expect(anyone.body).toMatchObject({ status: 'VALID', gameUserLogin: expect.any(String) });
  });

  test('says INVALID with HTTP 200, whatever is wrong', async () => {
    const shop = await openShop();
    const topup = shop.sandbox.offers().find(offer => offer.product.name === 'PUBG MOBILE');
    const { offerId } = topup ?? {};
    const nickname = (await shop.post(CHECK, { offerId, gameUserId: '5123456789' })).body.gameUserLogin;
    expect(nickname).toEqual(expect.any(String));
    for (const body of [
      { offerId, gameUserId: '0123456' },
      { offerId, gameUserId: '5140412' },
      { offerId: 1013, gameUserId: '5123456789' },
      { offerId: String(offerId), gameUserId: '5123456789' },
      {},
    ]) {
      expect(await shop.post(CHECK, body)).toMatchObject({ status: 200, body: { status: 'INVALID' } });
    }
  });

  test('wants a server of the list where the game has one', async () => {
    const shop = await openShop();
    const genshin = shop.sandbox.offers().find(offer => offer.product.name === 'Genshin Impact');
    const { offerId } = genshin ?? {};
    const { body } = await shop.post(SERVERS, { offerId });
    expect(body).toEqual({ os_usa: 'America', os_euro: 'Europe', os_asia: 'Asia', os_cht: 'TW, HK, MO' });
    const player = { offerId, gameUserId: '700000001' };
    expect((await shop.post(CHECK, player)).body.status).toBe('INVALID');
    expect((await shop.post(CHECK, { ...player, gameServerId: 'mars' })).body.status).toBe('INVALID');
    expect((await shop.post(CHECK, { ...player, gameServerId: 'os_euro' })).body.status).toBe('VALID');
  });
});

describe('sync', () => {
  test('pages through the whole catalogue without a gap', async () => {
    const shop = await openShop({ offers: 1500 });
    const ids: unknown[] = [];
    for (const page of [1, 2, 3, 4]) {
      const { body } = await shop.post(SYNC, { page, limit: 400 });
      expect(body.count).toBe(1500);
      ids.push(...(body.rows as { offerId: unknown }[]).map(row => row.offerId));
    }
    expect(ids).toEqual(shop.sandbox.offers().map(offer => offer.offerId));
    expect(ids).toContain('telegram_stars_1000');
    expect((await shop.post(SYNC, { page: 5, limit: 400 })).body.rows).toEqual([]);
  });

  test('gives each row what a shop needs, under either name of the id', async () => {
    const shop = await openShop();
    const row = async () => (await shop.post(SYNC, { page: 1, limit: 1 })).body.rows;
    const common = {
      offerGroupName: 'TEST OFFER GROUP',
      productId: 1,
      productName: 'Steam US',
      price: 23.09,
      currency: 'KZT',
      inStock: true,
      isRequiredGameUserId: false,
      isRequiredGameServerId: false,
      platformName: 'Steam',
      regionCode: 'US',
      regionName: 'United States',
    };
    expect(await row()).toMatchObject([{ ...common, offerId: 999 }]);
    shop.sandbox.change({ syncIdField: 'offerGroupId' });
    expect(await row()).toMatchObject([{ ...common, offerGroupId: 999 }]);
  });

  test('searches by name, category and country', async () => {
    const shop = await openShop({ offers: 3000 });
    const { body } = await shop.post(SYNC, { search: 'steam', countryCode: 'tr', category: 'gift cards' });
    expect(body.count).toBe(6);
    expect((body.rows as { productName: string }[]).every(row => row.productName === 'Steam TR')).toBe(true);
  });

  test('is 404 without a code where the partner does not have it', async () => {
    const shop = await openShop({ settings: { missingCalls: ['sync', 'servers'] } });
    expect(await shop.post(SYNC, { page: 1, limit: 10 })).toMatchObject({
      status: 404,
      body: { error: 'Not Found' },
    });
    expect((await shop.post(SERVERS, { offerId: 1002 })).status).toBe(404);
  });
});
