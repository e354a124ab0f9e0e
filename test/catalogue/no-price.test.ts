import { describe, expect, test } from 'vitest';
import { priceOf } from '../../electron/catalogue/price.ts';
import { aShop } from '../support/a-shop.ts';

const OFFER = { cost: '10', costCurrency: 'USD', ownPrice: null, gone: false, inStock: true };

describe('an offer is not sold at a price that cannot be meant', () => {
  test.each([
    ['it costs nothing', { cost: '0' }],
    ['it costs more than the books can add up', { cost: '100000000000000000' }],
    ['the manager’s price is out of all bounds', { ownPrice: '999999999999999999' }],
  ])('because %s', (_why, change) => {
    expect(priceOf({ ...OFFER, ...change }, aShop())).toEqual({ price: null, unsellable: 'no_price' });
  });

  test('because a markup of minus almost everything leaves nothing', () => {
    const shop = aShop({ markupPercent: '-99.99', roundTo: '0.01' });
    expect(priceOf({ ...OFFER, cost: '0.000000000000000001' }, shop).price).not.toBe('0.00');
  });
});
