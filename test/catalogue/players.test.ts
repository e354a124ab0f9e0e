import { describe, expect, test } from 'vitest';
import type { Partner, PartnerResult } from '../../electron/partner/partner.ts';
import { aStockedCatalogue } from '../support/a-catalogue.ts';
import { aRow, ok, refused, timedOut, unsent } from '../support/fake-partner.ts';

const TOPUP = 10;
const WITH_SERVER = 20;
const STARS = 'telegram_stars_100';

const shop = (answers: Partial<Partner> = {}) =>
  aStockedCatalogue(
    [
      aRow({ offerId: TOPUP, returnsKey: false }),
      aRow({ offerId: WITH_SERVER, returnsKey: false, needsServer: true }),
      aRow({ offerId: STARS }),
    ],
    answers,
  );

describe('a player check', () => {
  test('tells the nickname of a valid player', async () => {
    const { catalogue, partner } = await shop({
      checkPlayer: async () => ok({ valid: true, nickname: 'JJJ' }),
    });
    const answer = await catalogue.checkPlayer({ offerId: WITH_SERVER, playerId: '52', serverId: '7' });
    expect(answer).toEqual({ result: 'valid', nickname: 'JJJ' });
    expect(partner.asked.at(-1)?.given).toEqual([WITH_SERVER, '52', '7']);
  });

  test('without a server asks for it where the game needs one', async () => {
    const { catalogue } = await shop();
    await expect(catalogue.checkPlayer({ offerId: WITH_SERVER, playerId: '52' })).rejects.toMatchObject({
      code: 'server_required',
    });
  });

  test.each<[string, PartnerResult<{ valid: boolean }>, string]>([
    ['invalid where the partner says so', ok({ valid: false }), 'invalid'],
    ['unavailable without a network', unsent, 'unavailable'],
    ['unavailable without an answer', timedOut, 'unavailable'],
    ['unavailable where the partner cannot check this offer', refused('OFFER_NOT_FOUND'), 'unavailable'],
    ['unavailable while the partner is busy', { kind: 'rate_limited' }, 'unavailable'],
  ])('is %s', async (_, answer, result) => {
    const { catalogue } = await shop({ checkPlayer: async () => answer });
    expect(await catalogue.checkPlayer({ offerId: TOPUP, playerId: '52' })).toEqual({ result });
  });

  test.each<[string, PartnerResult<never>]>([
    ['token_rejected', refused('INVALID_TOKEN')],
    ['token_missing', { kind: 'no_token' }],
  ])('says %s, which is no news about the player', async (code, answer) => {
    const { catalogue } = await shop({ checkPlayer: async () => answer });
    await expect(catalogue.checkPlayer({ offerId: TOPUP, playerId: '52' })).rejects.toMatchObject({ code });
    expect(catalogue.lastCheck(TOPUP, '52')).toBeUndefined();
  });

  test('for Stars looks the Telegram id up, and wants an id', async () => {
    const { catalogue } = await shop({
      telegramUser: async username => ok({ valid: true, username, firstName: 'Igor' }),
    });
    expect(await catalogue.checkPlayer({ offerId: STARS, playerId: '143594291' })).toEqual({
      result: 'valid',
      nickname: 'Igor',
    });
    await expect(catalogue.checkPlayer({ offerId: STARS, playerId: '@igor' })).rejects.toMatchObject({
      code: 'stars_need_numeric_id',
    });
  });

  test('is remembered for a quarter of an hour, for this player on this server only', async () => {
    const { catalogue, clock } = await shop({ checkPlayer: async () => ok({ valid: false }) });
    await catalogue.checkPlayer({ offerId: WITH_SERVER, playerId: '52', serverId: '7' });
    expect(catalogue.lastCheck(WITH_SERVER, '52', '7')).toBe('invalid');
    expect(catalogue.lastCheck(WITH_SERVER, '52', '8')).toBeUndefined();
    expect(catalogue.lastCheck(TOPUP, '52')).toBeUndefined();
    await clock.pass(15 * 60_000);
    expect(catalogue.lastCheck(WITH_SERVER, '52', '7')).toBeUndefined();
  });

  test('drops the oldest when there are too many', async () => {
    const { catalogue } = await shop({ checkPlayer: async () => ok({ valid: true }) });
    for (let player = 0; player <= 500; player++) {
      await catalogue.checkPlayer({ offerId: TOPUP, playerId: `${player}` });
    }
    expect(catalogue.lastCheck(TOPUP, '0')).toBeUndefined();
    expect(catalogue.lastCheck(TOPUP, '1')).toBe('valid');
    expect(catalogue.lastCheck(TOPUP, '500')).toBe('valid');
  });
});

describe('a Telegram look-up', () => {
  test.each(['igoryan34', '@igoryan34', ' https://t.me/igoryan34', 't.me/igoryan34'])(
    'of %j asks for the name',
    async username => {
      const { catalogue, partner } = await shop({
        telegramUser: async name => ok({ valid: true, username: name, telegramId: '143', firstName: 'Igor' }),
      });
      expect(await catalogue.telegram({ username })).toEqual({
        valid: true,
        username: 'igoryan34',
        telegramId: '143',
        firstName: 'Igor',
      });
      expect(partner.asked.at(-1)?.given).toEqual(['igoryan34']);
    },
  );

  test('without an id leaves it out: the customer must write to the bot first', async () => {
    const { catalogue } = await shop({ telegramUser: async username => ok({ valid: true, username }) });
    expect(await catalogue.telegram({ username: 'igor' })).toEqual({ valid: true, username: 'igor' });
  });

  test('of a numeric id is the id, even while the partner cannot be asked', async () => {
    const { catalogue, partner } = await shop({
      telegramUser: async username => ok({ valid: true, username }),
    });
    const known = { valid: true, username: '143594291', telegramId: '143594291' };
    expect(await catalogue.telegram({ username: '143594291' })).toEqual(known);
    partner.answers.telegramUser = async () => unsent;
    expect(await catalogue.telegram({ username: '143594291' })).toEqual(known);
    await expect(catalogue.telegram({ username: 'igor' })).rejects.toMatchObject({
      code: 'partner_unreachable',
    });
  });

  test('of a name that nobody has is not valid', async () => {
    const { catalogue } = await shop({ telegramUser: async username => ok({ valid: false, username }) });
    expect(await catalogue.telegram({ username: 'nobody' })).toEqual({ valid: false, username: 'nobody' });
    expect(await catalogue.telegram({ username: '12345' })).toEqual({ valid: false, username: '12345' });
  });
});

describe('the servers of a game', () => {
  test('are listed where the partner lists them', async () => {
    const servers = [{ id: '2001', name: 'Asia' }];
    const { catalogue } = await shop({ servers: async () => ok(servers) });
    expect(await catalogue.servers({ offerId: WITH_SERVER })).toEqual({ servers });
  });

  test.each<[string, PartnerResult<never>]>([
    ['has no such call', { kind: 'no_such_call' }],
    ['cannot be reached', unsent],
  ])('are typed where the partner %s', async (_, answer) => {
    const { catalogue } = await shop({ servers: async () => answer });
    expect(await catalogue.servers({ offerId: WITH_SERVER })).toEqual({ servers: [] });
  });

  test('of an unknown offer are not asked for', async () => {
    const { catalogue } = await shop();
    await expect(catalogue.servers({ offerId: 5 })).rejects.toMatchObject({ code: 'offer_not_found' });
  });
});
