import { expect, test } from 'vitest';
import type { CatalogueRow, Partner } from '../../electron/partner/partner.ts';
import { aCatalogue, aStockedCatalogue } from '../support/a-catalogue.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { anOffer, aRow, ok, pagesOf, refused, timedOut, unsent } from '../support/fake-partner.ts';
import { manyOffers } from '../support/many-offers.ts';

const rows = manyOffers(250);
const inPages = (of: readonly CatalogueRow[]) => pagesOf(of, 100);

test('a sync reads every page and says how much is new', async () => {
  const { catalogue, partner } = aCatalogue({ cataloguePage: inPages(rows) });
  expect(await catalogue.sync()).toEqual({ added: 250, updated: 0, gone: 0, total: 250 });
  expect(partner.times('cataloguePage')).toBe(3);
  expect(catalogue.find(1000)).toMatchObject({ productName: rows[0]?.productName, delivery: 'topup' });
});

test('a second sync writes only what changed', async () => {
  const { catalogue, partner, db } = await aStockedCatalogue(rows);
  const before = db.prepare('SELECT total_changes() AS n').get();
  partner.answers.cataloguePage = inPages(rows.with(7, { ...aRow(rows[7]), price: '99.50' }));
  expect(await catalogue.sync()).toMatchObject({ added: 0, updated: 1, gone: 0 });
  const after = db.prepare('SELECT total_changes() AS n').get();
  expect(after).toEqual({ n: (before as { n: number }).n + 1 });
  expect(catalogue.find(1007)?.cost).toBe('99.50');
});

test('what a complete sync no longer lists is gone, and comes back when it is listed again', async () => {
  const { catalogue, partner } = await aStockedCatalogue(rows);
  partner.answers.cataloguePage = inPages(rows.slice(1));
  expect(await catalogue.sync()).toMatchObject({ gone: 1, total: 249 });
  expect(catalogue.find(1000)).toMatchObject({ unsellable: 'offer_gone', price: null });
  partner.answers.cataloguePage = inPages(rows);
  expect(await catalogue.sync()).toMatchObject({ gone: 0, updated: 1, total: 250 });
  expect(catalogue.find(1000)?.unsellable).toBeUndefined();
});

test('what the manager decided about an offer survives a sync', async () => {
  const { catalogue, partner } = await aStockedCatalogue(rows);
  catalogue.save({ offerId: 1001, ownPrice: '700.00', hidden: true });
  partner.answers.cataloguePage = inPages(rows.with(1, { ...aRow(rows[1]), price: '1.00' }));
  await catalogue.sync();
  expect(catalogue.find(1001)).toMatchObject({ price: '700.00', hidden: true, cost: '1.00' });
});

test('an offer imported by id is not gone because a sync does not list it', async () => {
  const { catalogue, partner } = aCatalogue({
    cataloguePage: inPages(rows),
    offer: async () => ok(anOffer()),
  });
  await catalogue.importIds({ offerIds: '999' });
  partner.answers.offer = async () => refused('OFFER_NOT_FOUND');
  expect(await catalogue.sync()).toMatchObject({ gone: 0, total: 251 });
  expect(catalogue.find(999)?.unsellable).toBeUndefined();
});

test('a sync that breaks off takes nothing away, keeps what it read and says so', async () => {
  const { catalogue, partner } = await aStockedCatalogue(rows);
  const pages = inPages([aRow({ offerId: 7 }), ...rows.slice(1)]);
  partner.answers.cataloguePage = async (page, limit) => (page < 3 ? pages(page, limit) : unsent);
  await expect(catalogue.sync()).rejects.toMatchObject({
    code: 'partner_unreachable',
    details: { read: 200 },
  });
  expect(catalogue.find(7)).toBeDefined();
  expect(catalogue.find(1000)?.unsellable).toBeUndefined();
});

test('a gap in the network in the middle of a sync is waited out', async () => {
  const { catalogue, partner } = aCatalogue();
  const pages = inPages(rows);
  let failures = 2;
  partner.answers.cataloguePage = async (page, limit) =>
    page === 2 && failures-- > 0 ? timedOut : pages(page, limit);
  expect(await catalogue.sync()).toMatchObject({ added: 250 });
});

test('without a network a sync fails at its first request', async () => {
  const { catalogue, partner } = aCatalogue({ cataloguePage: async () => unsent });
  await expect(catalogue.sync()).rejects.toMatchObject({ code: 'partner_unreachable' });
  expect(partner.times('cataloguePage')).toBe(1);
});

test('a partner that asks for fewer requests is asked again when it says', async () => {
  const { catalogue, partner, clock } = aCatalogue();
  const pages = inPages(rows);
  let isFirst = true;
  partner.answers.cataloguePage = async (page, limit) => {
    if (!isFirst) return pages(page, limit);
    isFirst = false;
    return { kind: 'rate_limited', retryAfterMs: 5000 };
  };
  expect(await catalogue.sync()).toMatchObject({ added: 250 });
  expect(clock.monotonic()).toBe(5000);
});

test('a partner without the catalogue call leaves the import by id', async () => {
  const { catalogue } = aCatalogue({ cataloguePage: async () => ({ kind: 'no_such_call' }) });
  await expect(catalogue.sync()).rejects.toMatchObject({ code: 'sync_unavailable' });
});

test('an empty answer does not empty the shop', async () => {
  const { catalogue, partner } = await aStockedCatalogue(rows);
  partner.answers.cataloguePage = pagesOf([]);
  expect(await catalogue.sync()).toEqual({ added: 0, updated: 0, gone: 0, total: 250 });
});

test('a partner that lists less than it counts takes nothing away', async () => {
  const { catalogue, partner } = await aStockedCatalogue(rows);
  const pages = inPages(rows.slice(0, 120));
  partner.answers.cataloguePage = async (page, limit) => {
    const answer = await pages(page, limit);
    return answer.kind === 'ok' ? ok({ ...answer.value, total: 250 }) : answer;
  };
  expect(await catalogue.sync()).toMatchObject({ gone: 0, total: 250 });
});

const full = manyOffers(1200);
const countsThePage: Partner['cataloguePage'] = async (page, limit) => {
  const answer = await pagesOf(full)(page, limit);
  return answer.kind === 'ok' ? ok({ ...answer.value, total: answer.value.rows.length }) : answer;
};

test.each([
  ['counts only the page it sends', countsThePage],
  ['sends smaller pages than asked for', pagesOf(full, 300)],
])('a partner that %s is read to the end', async (_, cataloguePage) => {
  const { catalogue } = aCatalogue({ cataloguePage });
  expect(await catalogue.sync()).toMatchObject({ added: 1200, total: 1200 });
});

test('a partner that sends the same page for ever is not asked for ever', async () => {
  const { catalogue, partner } = aCatalogue();
  partner.answers.cataloguePage = async () => ok({ rows: rows.slice(0, 100), skipped: 0, total: 64_000 });
  expect(await catalogue.sync()).toMatchObject({ added: 100, gone: 0 });
  expect(partner.times('cataloguePage')).toBe(2);
});

test('the standard packs of Stars are there after a sync', async () => {
  const { catalogue } = await aStockedCatalogue(rows, {
    offer: async offerId =>
      ok(anOffer({ offerId, productName: 'Telegram Stars', price: '0.77', currency: 'USD' })),
  });
  const found = catalogue.search({ query: 'telegram stars', includeHidden: false, limit: 60, offset: 0 });
  expect(found.offers.map(offer => [offer.offerId, offer.delivery])).toEqual([
    ['telegram_stars_50', 'stars'],
    ['telegram_stars_100', 'stars'],
    ['telegram_stars_500', 'stars'],
    ['telegram_stars_1000', 'stars'],
  ]);
  expect(catalogue.size()).toBe(254);
});

test('only one sync or import runs at a time', async () => {
  const { catalogue } = aCatalogue({ cataloguePage: inPages(rows) });
  const first = catalogue.sync();
  await expect(catalogue.sync()).rejects.toMatchObject({ code: 'catalogue_busy' });
  await expect(catalogue.importIds({ offerIds: '999' })).rejects.toMatchObject({ code: 'catalogue_busy' });
  await first;
  await expect(catalogue.sync()).resolves.toMatchObject({ added: 0 });
});

test('the screens hear of a sync at its start, at most five times a second, and at its end', async () => {
  const clock = new FakeClock();
  const { catalogue, partner, told } = aCatalogue({}, clock);
  const pages = pagesOf(manyOffers(500), 50);
  partner.answers.cataloguePage = async (page, limit) => {
    await clock.pass(50);
    return pages(page, limit);
  };
  await catalogue.sync();
  expect(told).toEqual([
    { running: true, done: 0, total: null },
    { running: true, done: 200, total: 500 },
    { running: true, done: 400, total: 500 },
    { running: false, done: 500, total: 500 },
  ]);
});

test('the till goes on selling while a sync is being written', async () => {
  const { catalogue } = aCatalogue({ cataloguePage: pagesOf(manyOffers(1000)) });
  let turns = 0;
  let isRunning = true;
  const takeTurn = () => {
    turns++;
    if (isRunning) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  await catalogue.sync();
  isRunning = false;
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('a sync is in the audit', async () => {
  const { audited } = await aStockedCatalogue(rows);
  expect(audited).toEqual([
    {
      action: 'catalogue.synced',
      subject: undefined,
      details: { added: 250, updated: 0, gone: 0, total: 250, complete: true },
    },
  ]);
});
