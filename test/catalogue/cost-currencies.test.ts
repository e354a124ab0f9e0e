import { expect, test } from 'vitest';
import { costCurrencies } from '../../electron/catalogue/catalogue-store.ts';
import { aStockedCatalogue } from '../support/a-catalogue.ts';
import { aRow } from '../support/fake-partner.ts';
import { manyOffers } from '../support/many-offers.ts';

const [first, second, third] = manyOffers(3);
const rows = [
  { ...aRow(first), currency: 'USD' },
  { ...aRow(second), currency: 'RUB' },
  { ...aRow(third), currency: 'USD' },
];

test('every currency that offers cost in is named once, the most frequent first', async () => {
  const { db } = await aStockedCatalogue(rows);
  expect(costCurrencies(db)).toEqual([
    { currency: 'USD', offers: 2 },
    { currency: 'RUB', offers: 1 },
  ]);
});

test('a currency that only offers which are gone cost in needs no rate', async () => {
  const { db, catalogue } = await aStockedCatalogue(rows);
  catalogue.markGone(rows[1]?.offerId ?? 0);
  expect(costCurrencies(db)).toEqual([{ currency: 'USD', offers: 2 }]);
});
