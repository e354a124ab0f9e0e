import { describe, expect, test } from 'vitest';
import { merged, urgentFirst } from '../../../renderer/till/delivery/sale-orders.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import { current, outcomeOf } from '../../../shared/sale-outcome.ts';

function anOrder(id: string, change: Partial<Order> = {}): Order {
  return {
    id,
    saleId: 'sale-1',
    saleNumber: '1042',
    position: 1,
    offerId: 1001,
    productName: 'Steam',
    offerName: 'Steam US 10 USD',
    delivery: 'key',
    state: 'queued',
    next: 'automatic',
    decisions: [],
    attempts: 0,
    hasKey: false,
    price: '105.00',
    currency: 'KZT',
    cost: '0.2',
    costCurrency: 'USD',
    createdAt: '2026-03-29T09:05:00.000Z',
    updatedAt: '2026-03-29T09:05:00.000Z',
    ...change,
  };
}

const delivered = anOrder('a', { state: 'completed', next: 'none' });
const processing = anOrder('b', { state: 'processing', position: 2 });
const failed = anOrder('c', { state: 'canceled', next: 'refund_customer', position: 3 });
const held = anOrder('d', { state: 'held', reason: 'offer_gone', next: 'decide', position: 4 });

describe('news of orders', () => {
  test('replaces what was known, and never with something older', () => {
    const newer = anOrder('a', { state: 'completed', updatedAt: '2026-03-29T09:06:00.000Z' });
    expect(merged([anOrder('a')], [newer], 'sale-1')).toEqual([newer]);
    expect(merged([newer], [anOrder('a')], 'sale-1')).toEqual([newer]);
  });

  test('of other sales changes nothing', () => {
    expect(merged([delivered], [anOrder('z', { saleId: 'sale-2' })], 'sale-1')).toEqual([delivered]);
  });

  test('puts a replacement where the order it replaces was', () => {
    const replaced = anOrder('b', { replacedBy: 'z', position: 2 });
    const replacement = anOrder('z', { replaces: 'b', position: 2 });
    const last = anOrder('c', { position: 3 });
    const orders = merged([delivered, replaced, last], [replacement], 'sale-1');
    expect(current(orders).map(order => order.id)).toEqual(['a', 'z', 'c']);
  });
});

test('orders that need someone come first, the others stay in the order of the receipt', () => {
  const shown = urgentFirst([delivered, processing, failed, held]);
  expect(shown.map(order => order.id)).toEqual(['c', 'd', 'a', 'b']);
});

describe('where a sale stands', () => {
  test('money owed comes before everything, then what a person must decide', () => {
    expect(outcomeOf([delivered, processing, held, failed], true)).toBe('give_back');
    expect(outcomeOf([delivered, processing, held], true)).toBe('decide');
  });

  test('is delivering while the partner works, and later while it cannot be reached', () => {
    expect(outcomeOf([delivered, processing], true)).toBe('delivering');
    expect(outcomeOf([delivered, processing], false)).toBe('later');
  });

  test('is later where only a long wait is left, connection or not', () => {
    const waiting = anOrder('e', { reason: 'insufficient_balance' });
    expect(outcomeOf([delivered, waiting], true)).toBe('later');
  });

  test('is over once all is delivered, or all the money is back', () => {
    const refund = { amount: '105.00', at: '2026-03-29T09:10:00.000Z', staffName: 'Timur' };
    const back = { ...failed, next: 'none', refund } as const;
    expect(outcomeOf([delivered], false)).toBe('delivered');
    expect(outcomeOf([delivered, back], true)).toBe('partly');
    expect(outcomeOf([back], true)).toBe('ended');
  });
});
