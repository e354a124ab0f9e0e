import { expect, test } from 'vitest';
import { consequenceOf } from '../../../renderer/orders/decision-text.ts';
import { aHeldOrder, anOrder } from './an-order.ts';

test.each(['mismatch', 'key_missing'] as const)(
  'canceling an order held as %s warns that the partner may have charged for it',
  reason => expect(consequenceOf('cancel', aHeldOrder({ reason }), undefined)).toBe('cancelUnsure'),
);

test.each(['price_changed', 'offer_gone', 'refused'] as const)(
  'canceling an order held as %s is said to be safe',
  reason => expect(consequenceOf('cancel', aHeldOrder({ reason }), undefined)).toBe('cancelSafe'),
);

test.each(['price_changed', 'offer_gone', 'refused', 'expired'] as const)(
  'where a request was never answered, canceling an order held as %s warns that the partner may have charged for it',
  reason =>
    expect(consequenceOf('cancel', aHeldOrder({ reason, unanswered: true }), undefined)).toBe('cancelUnsure'),
);

test('trying again at a price that is known names both prices', () => {
  expect(consequenceOf('retry', aHeldOrder(), undefined)).toBe('retryRepriced');
});

test('trying again after too long without an answer says to make sure first', () => {
  const { quotedCost: _, ...expired } = aHeldOrder({ reason: 'expired', unanswered: true });
  expect(consequenceOf('retry', expired, undefined)).toBe('retryUnsure');
});

test('what was put back from a backup is sent or ended only with the customer in mind', () => {
  const restored = aHeldOrder({ reason: 'restored', restored: true });
  const { quotedCost: _, ...unpriced } = restored;
  expect(consequenceOf('retry', unpriced, undefined)).toBe('retryRestored');
  expect(consequenceOf('cancel', restored, undefined)).toBe('cancelRestored');
});

test('asking about a delivered order is not sold as a way to get it', () => {
  expect(consequenceOf('check', anOrder(), undefined)).toBe('checkDelivered');
});
