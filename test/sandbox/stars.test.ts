import { describe, expect, test } from 'vitest';
import { manualClock } from './manual-clock.ts';
import { openShop, type Shop } from './shop.ts';

const buy = (shop: Shop, transactionId: string, order: Record<string, unknown> = {}) =>
  shop.create(transactionId, {
    offerId: 'telegram_stars_100',
    price: 0.77,
    customer: { gameUserId: '143594291' },
    ...order,
  });

describe('Telegram Stars', () => {
  test("are asked at 0.77, answered at 0.78 and credited without a key, as in the page's example", async () => {
    const shop = await openShop({ clock: manualClock() });
    const asked = await shop.post('/api/v1/offers/find-one', { offerId: 'telegram_stars_100' });
    expect(asked.body).toMatchObject({ price: 0.77, currency: 'USD', isReturnDataForCustomer: true });
    const { body } = await buy(shop, 'tg_stars_12345');
    expect(body).toMatchObject({
      price: 0.78,
      offerId: 'telegram_stars_100',
      productName: 'Telegram Stars',
      offerName: '100 Stars',
      status: 'COMPLETED',
      isReturnDataForCustomer: true,
      fulfillmentData: { telegram_user_id: 143594291, stars_amount: 100, delivery_status: 'completed' },
      createdAt: '2026-03-29T10:08:04.296Z',
    });
    expect(body).not.toHaveProperty('key');
    expect(shop.sandbox.balance().balance).toBe('499.47');
  });

  test('float: the price moves a little from one question to the next', async () => {
    const shop = await openShop();
    const prices = new Set<unknown>();
    for (let index = 0; index < 8; index++) {
      prices.add((await shop.post('/api/v1/offers/find-one', { offerId: 'telegram_stars_2500' })).body.price);
    }
    expect(prices.size).toBeGreaterThan(4);
    const far = await buy(shop, 'far off', { price: 0.7 });
    expect(far.body).toEqual({ error: { code: 'WRONG_PRICE' } });
  });

  test('are sold from 1 to 2500', async () => {
    const shop = await openShop();
    const status = async (offerId: string) =>
      (await shop.post('/api/v1/offers/find-one', { offerId })).status;
    expect(await status('telegram_stars_1')).toBe(200);
    expect(await status('telegram_stars_2500')).toBe(200);
    expect(await status('telegram_stars_2501')).toBe(400);
    expect(await status('telegram_stars_0')).toBe(400);
  });

  test.each([
    ['123456789', 'user not found'],
    ['111111111', 'STARGIFT_INVALID'],
    ['222222222', 'bot was blocked by user'],
  ])('for %s are canceled with "%s", in the short answer without a price', async (gameUserId, reason) => {
    const shop = await openShop({ clock: manualClock() });
    const { status, body } = await buy(shop, 'refused', { customer: { gameUserId } });
    expect(status).toBe(200);
    expect(body).toEqual({
      orderId: 10222502,
      status: 'CANCELED',
      message: `Failed to deliver Stars: ${reason}`,
      fulfillmentData: {
        telegram_user_id: Number(gameUserId),
        stars_amount: 100,
        delivery_status: 'failed',
        error_message: reason,
      },
      createdAt: '2026-03-29T10:08:04.296Z',
    });
    expect((await shop.status('refused')).body).toEqual(body);
    expect(shop.sandbox.balance().balance).toBe('500.25');
  });

  test('go to a numeric id only', async () => {
    const shop = await openShop();
    for (const customer of [undefined, {}, { gameUserId: '@igoryan34' }]) {
      expect((await buy(shop, 'name', { customer })).body).toEqual({
        error: { code: 'INVALID_REQUEST_BODY' },
      });
    }
  });

  test('are limited to 30 requests a second', async () => {
    const clock = manualClock();
    const shop = await openShop({ clock });
    const answers = await Promise.all(Array.from({ length: 31 }, (_, index) => buy(shop, `s-${index}`)));
    const limited = answers.filter(seen => seen.status === 429);
    expect(limited).toHaveLength(1);
    expect(limited[0]?.headers.get('retry-after')).toBe('1');
    expect(shop.sandbox.ledger.orders()).toHaveLength(30);
    clock.pass(1000);
    expect((await buy(shop, 'later')).status).toBe(200);
  });
});

describe('telegram user-info', () => {
  const look = async (shop: Shop, username: string) =>
    (await shop.post('/api/aggregator/a6/telegram/user-info', { username })).body;

  test("finds the page's example with and without @, and by id", async () => {
    const shop = await openShop();
    for (const name of ['@igoryan34', 'igoryan34', '143594291']) {
      expect(await look(shop, name)).toMatchObject({
        valid: true,
        username: 'igoryan34',
        userInfo: { id: 143594291, first_name: 'Igor', username: 'igoryan34' },
        message: 'User account verified successfully',
      });
    }
  });

  test('gives no id for someone who never wrote to the bot, and refuses what is no username', async () => {
    const shop = await openShop();
    const unknown = await look(shop, '@new_customer');
    expect(unknown).toMatchObject({ valid: true, username: 'new_customer' });
    expect(unknown.userInfo).not.toHaveProperty('id');
    expect(await look(shop, '@x!')).toMatchObject({ valid: false });
    expect(await look(shop, '123456789')).toMatchObject({ valid: false });
  });
});
