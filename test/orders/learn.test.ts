import { expect, test } from 'vitest';
import { transition } from '../../electron/orders/order.ts';
import type { OrderFacts } from '../../electron/orders/order-facts.ts';
import type { PartnerOrder } from '../../electron/partner/partner.ts';
import { aLostOrder, anAcceptedOrder, inContext, says } from './an-order.ts';

const told = (change: Partial<PartnerOrder>, facts: OrderFacts = anAcceptedOrder()) =>
  transition(facts, { type: 'asked', result: says(change) }, inContext());

const KEY = 'ABCDEFGH12345678';

test('a message that tells the key is not kept, whatever becomes of the order', () => {
  const message = 'Enjoy ABCD-EFGH-1234-5678';
  for (const change of [{}, { offerId: 1001 }, { status: 'PROCESSING' }] as const) {
    const { facts, effects } = told({ key: KEY, message, ...change });
    expect(effects).toContainEqual({ type: 'store_key', key: KEY });
    expect(facts.message).toBeNull();
  }
  expect(told({ key: KEY }, anAcceptedOrder({ message })).facts.message).toBeNull();
});

test('the key an order is completed with takes the place of a word that came before it was done', () => {
  const waiting = told({ status: 'PROCESSING', key: 'PENDING' }).facts;
  const { facts, effects } = told({ key: KEY }, waiting);
  expect(facts).toMatchObject({ state: 'completed', hasKey: true });
  expect(effects).toContainEqual({ type: 'store_key', key: KEY });
});

test('a message that tells no key is kept', () => {
  expect(told({ key: KEY, message: 'Enjoy' }).facts.message).toBe('Enjoy');
});

test('COMPLETED with a key that cannot be used is a person’s to decide at once', () => {
  const { facts } = told({ unusable: 'key' });
  expect(facts).toMatchObject({ state: 'held', reason: 'key_missing', acknowledged: true });
});

test('nobody waits for the key of a top-up, nor for one that is there already', () => {
  expect(told({ unusable: 'key' }, anAcceptedOrder({ delivery: 'topup' })).facts.state).toBe('completed');
  expect(told({ unusable: 'key' }, anAcceptedOrder({ hasKey: true })).facts.state).toBe('completed');
});

test.each(['COMPLETED', 'CANCELED', 'REFUND'] as const)(
  '%s of no clear order is a person’s to decide, and its key is kept',
  status => {
    const { facts, effects } = told({ status, unusable: 'identity', key: KEY });
    expect(facts).toMatchObject({ state: 'held', reason: 'mismatch', hasKey: true });
    expect(effects).toEqual([{ type: 'store_key', key: KEY }]);
  },
);

test('an order that is still worked on is asked about again, whatever cannot be used of it', () => {
  for (const unusable of ['key', 'identity'] as const) {
    expect(told({ status: 'PROCESSING', unusable }).facts.state).toBe('processing');
  }
});

test('an answer about another order does not stand against the right one that comes later', () => {
  const mixedUp = told({ offerId: 1001, partnerOrderId: 'P9', key: 'KEY-OF-ANOTHER' }, aLostOrder()).facts;
  expect(mixedUp).toMatchObject({ state: 'held', reason: 'mismatch', hasKey: true, partnerOrderId: null });
  const { facts: checked } = transition(mixedUp, { type: 'decided', decision: 'check' }, inContext());
  expect(checked).toMatchObject({ state: 'unknown', hasKey: false });
  for (const facts of [mixedUp, checked]) {
    const right = told({ key: KEY }, facts);
    expect(right.facts).toMatchObject({ state: 'completed', partnerOrderId: 'P1', hasKey: true });
    expect(right.effects).toContainEqual({ type: 'store_key', key: KEY });
  }
});

test('the key of another order never completes this one', () => {
  const mixedUp = told({ offerId: 1001, key: 'KEY-OF-ANOTHER' }, aLostOrder()).facts;
  expect(told({}, mixedUp).facts).toMatchObject({
    state: 'processing',
    reason: 'key_pending',
    hasKey: false,
  });
});
