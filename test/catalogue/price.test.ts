import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Priced, type PriceRule, priceOf } from '../../electron/catalogue/price.ts';
import { compare, type Decimal, multiply } from '../../shared/money.ts';
import { aShop } from '../support/a-shop.ts';

const offer = (change: Partial<Priced> = {}): Priced => ({
  cost: '10.00',
  costCurrency: 'USD',
  ownPrice: null,
  gone: false,
  inStock: true,
  ...change,
});

describe('a price', () => {
  test('is the cost at the rate, with the markup, rounded up to the step', () => {
    expect(priceOf(offer({ cost: '23.09', costCurrency: 'KZT' }), aShop())).toEqual({ price: '25.00' });
    expect(priceOf(offer(), aShop())).toEqual({ price: '5080.00' });
  });

  test('changes with the rate at once', () => {
    expect(priceOf(offer(), aShop({ rates: { USD: '500' } })).price).toBe('5400.00');
  });

  test("of the manager's own beats the rule and needs no rate", () => {
    expect(priceOf(offer({ ownPrice: '4999.5', costCurrency: 'EUR' }), aShop())).toEqual({
      price: '4999.50',
    });
  });

  test('in the shop’s own currency needs no rate, but obeys one', () => {
    const tenge = offer({ costCurrency: 'KZT' });
    expect(priceOf(tenge, aShop({ markupPercent: '0' })).price).toBe('10.00');
    expect(priceOf(tenge, aShop({ markupPercent: '0', rates: { KZT: '2' } })).price).toBe('20.00');
  });

  test.each([
    ['there is no rate', offer({ costCurrency: 'EUR' }), 'no_rate'],
    ['the offer is gone', offer({ gone: true, ownPrice: '5' }), 'offer_gone'],
    ['it is out of stock', offer({ inStock: false }), 'out_of_stock'],
  ])('does not exist where %s', (_, unsellable, reason) => {
    expect(priceOf(unsellable, aShop())).toEqual({ price: null, unsellable: reason });
  });

  test('is never given away at a rate of zero', () => {
    expect(priceOf(offer(), aShop({ rates: { USD: '0' } })).unsellable).toBe('no_rate');
  });

  test('never falls below the rule where the step is finer than the coin', () => {
    const yen = aShop({ shop: { ...aShop().shop, currency: 'JPY' }, roundTo: '0.01', markupPercent: '0' });
    expect(priceOf(offer({ cost: '1.001' }), { ...yen, rates: { USD: '100' } }).price).toBe('101');
  });
});

const digits = (max: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]): Decimal => `${whole}.${String(part).padStart(places, '0')}`);

test('no price is below the rule or a whole step above it, and each is a multiple of the step', () => {
  const rule = fc.record({
    rate: digits(600, 4).filter(rate => compare(rate, '0') > 0),
    markupPercent: digits(300, 2),
    roundTo: fc.constantFrom('0.01', '0.05', '1', '5', '10', '25', '100'),
  });
  // What costs nothing has no price.
  const cost = digits(100_000, 3).filter(amount => compare(amount, '0') > 0);
  fc.assert(
    fc.property(cost, rule, (cost, { rate, markupPercent, roundTo }) => {
      const shop: PriceRule = { shop: { currency: 'KZT' }, rates: { USD: rate }, markupPercent, roundTo };
      const { price } = priceOf(offer({ cost }), shop);
      // In whole 1e-11 of the shop's currency: cost 3 places, rate 4, percent 2 and hundred.
      const exact = whole(cost, 3) * whole(rate, 4) * (whole(markupPercent, 2) + 10_000n);
      const step = whole(roundTo, 2) * 10n ** 9n;
      const asked = whole(price ?? '', 2) * 10n ** 9n;
      expect(asked % step).toBe(0n);
      expect(asked - exact).toBeGreaterThanOrEqual(0n);
      expect(asked - exact).toBeLessThan(step);
    }),
    { numRuns: 500 },
  );
});

const whole = (amount: Decimal, places: number): bigint => BigInt(multiply(amount, 10 ** places));
