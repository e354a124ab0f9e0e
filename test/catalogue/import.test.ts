import { expect, test } from 'vitest';
import type { Partner } from '../../electron/partner/partner.ts';
import { aCatalogue } from '../support/a-catalogue.ts';
import { anOffer, aRow, ok, pagesOf, refused, timedOut, unsent } from '../support/fake-partner.ts';

const knowsAll: Pick<Partner, 'offer'> = { offer: async offerId => ok(anOffer({ offerId })) };

test('ids are imported as typed: lists, ranges and Stars', async () => {
  const { catalogue } = aCatalogue(knowsAll);
  const imported = await catalogue.importIds({ offerIds: '999, 1001-1003; telegram_stars_100' });
  expect(imported).toEqual({ added: [999, 1001, 1002, 1003, 'telegram_stars_100'], failed: [] });
  expect(catalogue.find('telegram_stars_100')?.delivery).toBe('stars');
  expect(catalogue.find(999)).toMatchObject({ delivery: 'key', cost: '23.09', price: '25.00' });
});

test('every id that failed is named with its reason', async () => {
  const { catalogue } = aCatalogue({
    offer: async offerId => {
      if (offerId === 2) return refused('OFFER_NOT_FOUND');
      if (offerId === 3) return { kind: 'lost', cause: 'not_understood' };
      return ok(anOffer({ offerId }));
    },
  });
  expect(await catalogue.importIds({ offerIds: [1, '2', 3, 'x', 0, '4'] })).toEqual({
    added: [1, 4],
    failed: [
      { offerId: 'x', code: 'offer_id_invalid' },
      { offerId: 0, code: 'offer_id_invalid' },
      { offerId: 2, code: 'offer_not_found' },
      { offerId: 3, code: 'partner_not_understood' },
    ],
  });
});

test.each([
  ['cannot be reached', unsent, 'partner_unreachable'],
  ['does not answer', timedOut, 'partner_unreachable'],
  ['rejects the token', refused('INVALID_TOKEN'), 'token_rejected'],
  ['has been given no token', { kind: 'no_token' }, 'token_missing'],
] as const)('a partner that %s is not asked for hundreds of ids', async (_, answer, code) => {
  const { catalogue, partner } = aCatalogue({ offer: async () => answer });
  const { added, failed } = await catalogue.importIds({ offerIds: '1001-1200' });
  expect(added).toEqual([]);
  expect(failed).toHaveLength(200);
  expect(new Set(failed.map(failure => failure.code))).toEqual(new Set([code]));
  expect(partner.times('offer')).toBeLessThanOrEqual(4);
});

test('only a few ids are asked about at the same time', async () => {
  let underWay = 0;
  let most = 0;
  const { catalogue } = aCatalogue({
    offer: async offerId => {
      most = Math.max(most, ++underWay);
      await new Promise(setImmediate);
      underWay--;
      return ok(anOffer({ offerId }));
    },
  });
  await catalogue.importIds({ offerIds: '1-40' });
  expect(most).toBe(4);
});

test('a busy moment of the partner costs no id', async () => {
  let busy = 3;
  const { catalogue } = aCatalogue({
    offer: async offerId => (busy-- > 0 ? { kind: 'rate_limited' } : ok(anOffer({ offerId }))),
  });
  expect(await catalogue.importIds({ offerIds: '1-8' })).toMatchObject({ failed: [] });
});

test('a top-up needs a server where the partner lists servers for it, and may need one where it lists none', async () => {
  const { catalogue, partner } = aCatalogue({
    offer: async offerId => ok(anOffer({ offerId, returnsKey: false })),
    servers: async offerId => ok(offerId === 1 ? [{ id: '2001', name: 'Asia' }] : []),
  });
  await catalogue.importIds({ offerIds: '1 2' });
  expect(catalogue.find(1)).toMatchObject({ delivery: 'topup', needsServer: true });
  expect(catalogue.find(2)).toMatchObject({ delivery: 'topup', needsServer: false, mayNeedServer: true });
  partner.answers.servers = async () => ({ kind: 'no_such_call' });
  await catalogue.importIds({ offerIds: '1' });
  expect(catalogue.find(1)?.needsServer).toBe(true);
});

test('an import renews the cost of what a sync brought, and leaves its names', async () => {
  const { catalogue } = aCatalogue({
    cataloguePage: pagesOf([aRow({ offerId: 5, productName: 'Roblox', region: 'EU' })]),
    offer: async offerId => ok(anOffer({ offerId, productName: 'ROBLOX (EU)', price: '7.50' })),
  });
  await catalogue.sync();
  await catalogue.importIds({ offerIds: '5' });
  expect(catalogue.find(5)).toMatchObject({ productName: 'Roblox', region: 'EU', cost: '7.50' });
});

test('an import tells the screens how far it is and is in the audit', async () => {
  const { catalogue, told, audited } = aCatalogue(knowsAll);
  await catalogue.importIds({ offerIds: '1-3, x' });
  expect(told.at(0)).toEqual({ running: true, done: 0, total: null });
  expect(told.at(-1)).toEqual({ running: false, done: 3, total: 3 });
  expect(audited).toEqual([
    { action: 'catalogue.imported', subject: undefined, details: { added: 3, failed: 1 } },
  ]);
});
