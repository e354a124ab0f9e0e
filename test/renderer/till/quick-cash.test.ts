import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isImplausibleChange, quickCash } from '../../../renderer/till/payment/quick-cash.ts';
import { compare } from '../../../shared/money.ts';

describe('quick amounts', () => {
  test('are the total rounded up to the notes of the currency', () => {
    expect(quickCash('5180', 'KZT')).toEqual(['5200', '5500', '6000', '10000', '20000']);
    expect(quickCash('47500', 'KZT')).toEqual(['47600', '48000', '50000', '60000']);
    expect(quickCash('23.09', 'USD')).toEqual(['25', '30', '40', '50', '100']);
    expect(quickCash('1340', 'RUB')).toEqual(['1350', '1400', '1500', '2000', '5000']);
  });

  test('never repeat the exact total', () => {
    expect(quickCash('20000', 'KZT')).toEqual([]);
  });

  test('fit the size of the total where the notes are not known', () => {
    expect(quickCash('348', 'XTS')).toEqual(['350', '360', '400', '500', '1000']);
  });

  test('are always more than the total, smallest first, and few', () => {
    const total = fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }));
    const currency = fc.constantFrom('KZT', 'USD', 'RUB', 'UZS', 'XTS');
    fc.assert(
      fc.property(total, currency, ([whole, cents], code) => {
        const price = `${whole}.${String(cents).padStart(2, '0')}`;
        const amounts = quickCash(price, code);
        expect(amounts.length).toBeLessThanOrEqual(5);
        expect([price, ...amounts]).toEqual([price, ...amounts].toSorted(compare));
        expect(amounts.every(amount => compare(amount, price) > 0)).toBe(true);
      }),
    );
  });
});

test('more change than the largest note is not believed', () => {
  expect(isImplausibleChange('19999', '5180', 'KZT')).toBe(false);
  expect(isImplausibleChange('20000', '5180', 'KZT')).toBe(true);
  expect(isImplausibleChange('652', '348', 'XTS')).toBe(false);
  expect(isImplausibleChange('9999', '348', 'XTS')).toBe(false);
  expect(isImplausibleChange('400637785', '348', 'XTS')).toBe(true);
});
