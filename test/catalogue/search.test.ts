import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogueRow } from '../../electron/partner/partner.ts';
import { aStockedCatalogue, type CatalogueUnderTest } from '../support/a-catalogue.ts';
import { aRow } from '../support/fake-partner.ts';
import { manyOffers } from '../support/many-offers.ts';

const SHELF: Partial<CatalogueRow>[] = [
  { offerId: 1001, productName: 'Steam US', offerName: '5 USD' },
  { offerId: 1002, productName: 'Steam US', offerName: '10 USD' },
  { offerId: 1003, productName: 'Steam TR', offerName: '100 TRY', region: 'Türkiye' },
  { offerId: 2001, productName: 'Mobile Legends', offerName: '86 Diamonds', returnsKey: false },
  { offerId: 2002, productName: 'Mobile Legends', offerName: '172 Diamonds' },
  { offerId: 2003, productName: 'PUBG Mobile', offerName: '60 UC' },
  { offerId: 3001, productName: 'Pokémon GO', offerName: '550 PokéCoins' },
  { offerId: 3002, productName: 'Стандофф 2', offerName: '100 голды', platform: 'Android' },
  { offerId: 3003, productName: 'Super Steam Deck', offerName: 'Case' },
];

const shop = () => aStockedCatalogue(SHELF.map(aRow));
const search = ({ catalogue }: CatalogueUnderTest, query: string, more = {}) =>
  catalogue.search({ query, includeHidden: false, limit: 60, offset: 0, ...more });
const idsOf = (under: CatalogueUnderTest, query: string, more = {}) =>
  search(under, query, more).offers.map(offer => offer.offerId);
const productsOf = ({ catalogue }: CatalogueUnderTest, query: string) =>
  catalogue.products({ query, limit: 60, offset: 0 }).products.map(product => product.name);

describe('a search', () => {
  test.each([
    ['finds by the beginnings of words, in any order', 'diam leg mob', [2001, 2002]],
    ['finds what was meant', 'mobile leg 86', [2001]],
    ['finds by offer id', '2003', [2003]],
    ['finds without accents', 'pokemon', [3001]],
    ['finds Cyrillic in any case', 'СТАНД', [3002]],
    ['finds by region', 'turkiye', [1003]],
    ['finds by platform', 'android', [3002]],
    ['finds a number written together with its unit', '60uc', [2003]],
    ['finds nothing where a word is missing', 'steam diamonds', []],
    ['finds nothing for signs alone', '"*', []],
    ['puts products that begin with the text first', 'steam', [1003, 1001, 1002, 3003]],
  ])('%s', async (_, query, ids) => {
    const under = await shop();
    expect(idsOf(under, query)).toEqual(ids);
    expect(search(under, query).total).toBe(ids.length);
  });

  test('puts the offer whose id was typed first', async () => {
    const under = await aStockedCatalogue([
      aRow({ offerId: 5, productName: '1001 Nights', offerName: 'Pass' }),
      aRow({ offerId: 1001, productName: 'Zelda', offerName: 'Pass' }),
    ]);
    expect(idsOf(under, '1001')).toEqual([1001, 5]);
  });

  test('of nothing lists everything, by product and then as a person counts', async () => {
    const under = await shop();
    expect(idsOf(under, ' ')).toEqual([2001, 2002, 3001, 2003, 1003, 1001, 1002, 3003, 3002]);
  });

  test('within a product stays within exactly that product', async () => {
    const under = await shop();
    expect(idsOf(under, '', { product: 'Steam US' })).toEqual([1001, 1002]);
    expect(search(under, 'usd 10', { product: 'Steam US' })).toMatchObject({
      total: 1,
      offers: [{ offerId: 1002 }],
    });
    expect(search(under, '', { product: 'Steam' })).toEqual({ offers: [], total: 0 });
  });

  test('does not show what is hidden or gone, unless asked to', async () => {
    const under = await shop();
    under.catalogue.save({ offerId: 1001, hidden: true });
    under.catalogue.markGone(1002);
    for (const query of ['', 'steam', '1001']) {
      expect(idsOf(under, query)).not.toContain(1001);
      expect(idsOf(under, query)).not.toContain(1002);
      expect(search(under, query).total).toBe(idsOf(under, query).length);
    }
    expect(search(under, 'steam us', { includeHidden: true }).total).toBe(2);
    expect(idsOf(under, 'steam us', { includeHidden: true })).toEqual([1001, 1002]);
    under.catalogue.save({ offerId: 1001, hidden: false });
    expect(idsOf(under, 'steam us')).toEqual([1001]);
  });

  test('follows a name that a sync changed', async () => {
    const under = await shop();
    under.partner.answers.cataloguePage = async () => ({
      kind: 'ok',
      value: { rows: [aRow({ ...SHELF[5], productName: 'BGMI' })], skipped: 0, total: 9 },
    });
    await under.catalogue.sync();
    expect(idsOf(under, 'bgmi')).toEqual([2003]);
    expect(idsOf(under, 'pubg')).toEqual([]);
  });

  test('still finds after the database was compacted', async () => {
    const under = await shop();
    under.db.exec('VACUUM');
    expect(idsOf(under, 'pubg')).toEqual([2003]);
  });

  test.each([
    '"',
    '""*',
    'NEAR(a b)',
    'a AND',
    '{words}: x',
    "'; DROP TABLE offers",
    '^a',
    '\u0000',
    '✗',
    '№',
    '%_',
  ])('cannot be broken by %j', async hostile => {
    const under = await shop();
    expect(() => search(under, hostile)).not.toThrow();
    expect(() => search(under, hostile, { product: hostile })).not.toThrow();
    expect(() => productsOf(under, hostile)).not.toThrow();
  });
});

describe('in a large catalogue a search', () => {
  const large = aStockedCatalogue(manyOffers(3000));

  test('gives on its pages together what it gives on one', async () => {
    const under = await large;
    for (const query of ['', 'mobile', 's', 'us 1', 'коды', '10']) {
      const whole = idsOf(under, query, { limit: 500 });
      const pages = [0, 1, 2, 3].flatMap(page => idsOf(under, query, { limit: 20, offset: page * 20 }));
      expect(pages).toEqual(whole.slice(0, 80));
      expect(new Set(whole).size).toBe(whole.length);
    }
  });

  test('never throws, and finds only what has every typed word', async () => {
    const under = await large;
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom('steam', 'US', '"', '*', 'OR', '1', 'ёж', '🎮', '-', 'uc'), { maxLength: 6 })
        .map(words => words.join(' ')),
    );
    fc.assert(
      fc.property(typed, query => {
        const { offers, total } = search(under, query);
        expect(offers.length).toBe(Math.min(60, total));
        if (!/^\P{L}*\p{L}\P{L}*$/u.test(query)) expect(productsOf(under, query).length > 0).toBe(total > 0);
      }),
    );
  });
});

describe('the products', () => {
  test('are grouped with what they offer, in alphabetical order', async () => {
    const { catalogue } = await shop();
    expect(catalogue.products({ query: '', limit: 2, offset: 0 })).toEqual({
      products: [
        { name: 'Mobile Legends', offers: 2, deliveries: ['key', 'topup'] },
        { name: 'Pokémon GO', offers: 1, deliveries: ['key'] },
      ],
      total: 7,
    });
    expect(productsOf(await shop(), '')).toEqual([
      'Mobile Legends',
      'Pokémon GO',
      'PUBG Mobile',
      'Steam TR',
      'Steam US',
      'Super Steam Deck',
      'Стандофф 2',
    ]);
  });

  test('that begin with the text come first, then those that have it, then those with an offer that has it', async () => {
    const under = await aStockedCatalogue([
      aRow({ offerId: 1, productName: 'Arcade', offerName: 'Mobile pass' }),
      aRow({ offerId: 2, productName: 'Mobile Legends' }),
      aRow({ offerId: 3, productName: 'Call of Duty Mobile' }),
    ]);
    expect(productsOf(under, 'mob')).toEqual(['Mobile Legends', 'Call of Duty Mobile', 'Arcade']);
  });

  test('are in the order of how near they are: Stars before a game that has them in its name', async () => {
    const under = await aStockedCatalogue([
      aRow({ offerId: 1, productName: 'Brawl Stars' }),
      aRow({ offerId: 'telegram_stars_100', productName: 'Telegram Stars' }),
      aRow({ offerId: 2, productName: 'Starship' }),
    ]);
    expect(productsOf(under, 'star')).toEqual(['Telegram Stars', 'Starship', 'Brawl Stars']);
  });

  test('are found by one letter only through their names', async () => {
    expect(productsOf(await shop(), 'm')).toEqual(['Mobile Legends', 'PUBG Mobile']);
    expect(productsOf(await shop(), 'u')).toEqual(['Steam US']);
  });

  test('are found by the id of an offer', async () => {
    expect(productsOf(await shop(), '2003')).toEqual(['PUBG Mobile']);
  });

  test('follow what is hidden, gone and back at once', async () => {
    const under = await shop();
    expect(productsOf(under, '')).toContain('PUBG Mobile');
    under.catalogue.save({ offerId: 2003, hidden: true });
    expect(productsOf(under, '')).not.toContain('PUBG Mobile');
    under.catalogue.save({ offerId: 2003, hidden: false });
    under.catalogue.markGone(2003);
    expect(productsOf(under, '')).not.toContain('PUBG Mobile');
    under.catalogue.noteCost(2003, '1.00', 'USD');
    expect(productsOf(under, '')).toContain('PUBG Mobile');
    expect(under.catalogue.size()).toBe(9);
  });
});
