import { expect, test } from 'vitest';
import { isTopUp } from '../../electron/balance/top-up.ts';
import { aBalance } from '../support/fixtures.ts';

const before = aBalance({ balance: '100.00' });

test('orders that lack money are tried again when there is more of it, and not whenever some was spent', () => {
  expect(isTopUp(undefined, before)).toBe(true);
  expect(isTopUp(before, aBalance({ balance: '100.01' }))).toBe(true);
  expect(isTopUp(before, aBalance({ balance: '1000' }))).toBe(true);
  expect(isTopUp(before, aBalance({ balance: '99.99' }))).toBe(false);
  expect(isTopUp(before, aBalance({ balance: '100.0', stale: true }))).toBe(false);
});

test('an account that may be paid for later lacks no money', () => {
  expect(isTopUp(before, aBalance({ balance: '100.00', postpaid: true }))).toBe(true);
});
