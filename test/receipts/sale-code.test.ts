import { describe, expect, test } from 'vitest';
import { saleCode, saleNumberIn, scannedSale } from '../../shared/sale-code.ts';

describe('the code of a sale', () => {
  test('is what a scanner brings back, on a Russian keyboard too', () => {
    for (const code of [saleCode('1003'), 'kt1003', 'ЛЕ1003', ' KT1003 '])
      expect(scannedSale(code)).toBe('1003');
  });

  test('is never the number alone, nor a product that begins like it', () => {
    for (const text of ['1003', '#1003', 'KT', 'KT10 03', 'KT1003A', 'SKT1003']) {
      expect(scannedSale(text)).toBeUndefined();
    }
  });

  test('and every other way to write the number mean the same sale', () => {
    for (const text of ['1003', '#1003', '№1003', '№ 1003', 'KT1003', 'kt1003']) {
      expect(saleNumberIn(text)).toBe('1003');
    }
    expect(saleNumberIn('KT cards')).toBe('KT cards');
  });
});
