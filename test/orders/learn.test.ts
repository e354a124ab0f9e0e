import { expect, test } from 'vitest';
import { transition } from '../../electron/orders/order.ts';
import type { OrderFacts } from '../../electron/orders/order-facts.ts';
import type { PartnerOrder } from '../../electron/partner/partner.ts';
import { anAcceptedOrder, inContext, says } from './an-order.ts';

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

test('a message that tells no key is kept', () => {
  expect(told({ key: KEY, message: 'Enjoy' }).facts.message).toBe('Enjoy');
});
