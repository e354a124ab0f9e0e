import { expect, test } from 'vitest';
import { auditDetails, isSayable } from '../../../renderer/manager/audit/audit-details.ts';

test('details are taken apart at their names, whatever commas their values have', () => {
  expect(auditDetails('shop: Player One, Almaty, currency: KZT, rates.USD: 470 → 480')).toEqual([
    { name: 'shop', value: 'Player One, Almaty' },
    { name: 'currency', value: 'KZT' },
    { name: 'rates.USD', value: '470 → 480' },
  ]);
  expect(auditDetails('')).toEqual([]);
  expect(auditDetails('written by hand')).toEqual([{ name: '', value: 'written by hand' }]);
});

test('ids that say nothing are left out, and what they belong to stays', () => {
  expect(auditDetails('sale: 1042, printId: 0195e0a4-5b6c, copy: true')).toEqual([
    { name: 'sale', value: '1042' },
    { name: 'copy', value: 'true' },
  ]);
  expect(isSayable('0195e0a4-5b6c-7d8e-9f01-000000001042')).toBe(false);
  expect(isSayable('Aida')).toBe(true);
});
