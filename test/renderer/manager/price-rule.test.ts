import { describe, expect, test } from 'vitest';
import { priceProblems, workedPrice } from '../../../renderer/manager/prices/price-rule.ts';
import type { PricesDraft } from '../../../renderer/manager/prices/prices-store.ts';

const rules: PricesDraft = {
  shop: { currency: 'KZT' },
  rates: { USD: '470' },
  markupPercent: '8',
  roundTo: '5',
  priceTolerancePercent: '2',
};

describe('a cost worked through to its price', () => {
  test('shows each step, exactly', () => {
    expect(workedPrice('10.03', 'USD', rules)).toEqual({
      atRate: '4714.1',
      withMarkup: '5091.228',
      price: '5095',
    });
  });

  test('needs no rate in the shop’s own currency', () => {
    expect(workedPrice('100', 'KZT', rules)).toMatchObject({ price: '110' });
  });

  test('is never a fraction of the smallest coin', () => {
    const fine = { ...rules, roundTo: '0.001', markupPercent: '0', rates: { USD: '1.0001' } };
    expect(workedPrice('10', 'USD', fine)).toMatchObject({ price: '10.01' });
  });

  test.each([
    ['without a rate', 'TRY', rules, 'rate'],
    ['without a markup', 'USD', { ...rules, markupPercent: '' }, 'markup'],
    ['without a step to round to', 'USD', { ...rules, roundTo: '' }, 'roundTo'],
    ['while the rate is zero', 'USD', { ...rules, rates: { USD: '0' } }, 'rate'],
  ] as const)('is not there %s, and says so', (_, currency, given, missing) => {
    expect(workedPrice('10', currency, given)).toBe(missing);
  });
});

describe('what has to be put right', () => {
  const none = { rates: [], markup: false, roundTo: false, tolerance: false };

  test('is nothing while a rate is only empty', () => {
    expect(priceProblems({ ...rules, rates: { USD: '470', TRY: '' } })).toEqual(none);
  });

  test.each([
    [{ rates: { USD: '0' } }, { rates: ['USD'] }],
    [{ markupPercent: '-100' }, { markup: true }],
    [{ markupPercent: '1000.01' }, { markup: true }],
    [{ markupPercent: '' }, { markup: true }],
    [{ roundTo: '0' }, { roundTo: true }],
    [{ priceTolerancePercent: '100.5' }, { tolerance: true }],
  ])('%j', (change, problem) => {
    expect(priceProblems({ ...rules, ...change })).toEqual({ ...none, ...problem });
  });
});
