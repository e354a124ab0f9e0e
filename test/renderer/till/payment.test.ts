import { describe, expect, test } from 'vitest';
import { lineId } from '../../../renderer/till/basket/basket.ts';
import { changeOf, chargeInput, NEW_PAYMENT, problemOf } from '../../../renderer/till/payment/payment.ts';
import { pubgTopUp } from './goods.ts';

describe('change', () => {
  test('is exact to the last coin', () => {
    expect(changeOf({ ...NEW_PAYMENT, tendered: '100.30' }, '100.1')).toBe('0.2');
  });

  test('is nothing where no amount was entered: exactly the total is meant', () => {
    expect(changeOf(NEW_PAYMENT, '5180')).toBe('0');
    expect(problemOf(NEW_PAYMENT, '5180')).toBeUndefined();
  });
});

describe('a payment is not complete', () => {
  test('with less cash than the total', () => {
    expect(problemOf({ ...NEW_PAYMENT, tendered: '5179.99' }, '5180')).toBe('cash_short');
  });

  test('by card without the number of the slip', () => {
    expect(problemOf({ ...NEW_PAYMENT, method: 'card', reference: '  ' }, '5180')).toBe('reference_missing');
  });

  test('with half an e-mail address', () => {
    expect(problemOf({ ...NEW_PAYMENT, email: 'aida@shop' }, '1')).toBe('email_invalid');
    expect(problemOf({ ...NEW_PAYMENT, email: ' aida@shop.kz ' }, '1')).toBeUndefined();
  });
});

test('what is sent holds what the customer was shown, and nothing that was left empty', () => {
  const player = { id: '55', nickname: 'Owl' };
  const line = { id: lineId(2001, player), offer: pubgTopUp, quantity: 2, price: '2400', player };
  expect(chargeInput('attempt-1', [line], NEW_PAYMENT)).toEqual({
    attemptId: 'attempt-1',
    lines: [{ offerId: 2001, quantity: 2, price: '2400', player }],
    payment: { method: 'cash' },
  });
  const byCard = {
    ...NEW_PAYMENT,
    method: 'card' as const,
    tendered: '9',
    reference: ' 0042 ',
    email: ' a@b.kz ',
  };
  expect(chargeInput('attempt-1', [line], byCard)).toMatchObject({
    email: 'a@b.kz',
    payment: { method: 'card', reference: '0042' },
  });
});
