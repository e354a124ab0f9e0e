import { describe, expect, test } from 'vitest';
import { decimalFromText } from '../../../renderer/ui/decimal-text.ts';

describe('an amount that a person types', () => {
  test.each([
    ['12,50', '12.50'],
    ['12.', '12'],
    [',5', '0.5'],
    ['1 250 000', '1250000'],
    ['007', '7'],
    ['0', '0'],
    ['', ''],
    ['.', ''],
  ])('%j is read as %j', (text, decimal) => {
    expect(decimalFromText(text, { digits: 2 })).toBe(decimal);
  });

  test.each(['abc', '1.2.3', '1e5', '-5', '12.345'])('%j is not taken', text => {
    expect(decimalFromText(text, { digits: 2 })).toBeUndefined();
  });

  test('a barcode scanned into the wrong field is not taken for an amount', () => {
    expect(decimalFromText('4607034378905', { digits: 2 })).toBeUndefined();
  });

  test('a currency without small coins takes no fraction', () => {
    expect(decimalFromText('100.', { digits: 0 })).toBeUndefined();
  });

  test('only where it may, an amount is negative', () => {
    expect(decimalFromText('-12.5', { digits: 2, signed: true })).toBe('-12.5');
    expect(decimalFromText('-', { digits: 2, signed: true })).toBe('');
    expect(decimalFromText('-0', { digits: 2, signed: true })).toBe('0');
  });
});
