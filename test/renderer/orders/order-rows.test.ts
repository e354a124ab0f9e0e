import { describe, expect, test } from 'vitest';
import { belongsTo } from '../../../renderer/orders/order-filters.ts';
import { salesOfSeveral, withChanged, withPage } from '../../../renderer/orders/order-rows.ts';
import { aHeldOrder, anOrder, anOwedOrder } from './an-order.ts';

const at = (minute: number) => `2026-03-29T05:${String(minute).padStart(2, '0')}:00.000Z`;
const newest = anOrder({ saleNumber: '1003', createdAt: at(30) });
const middle = anOrder({ saleNumber: '1002', createdAt: at(20) });
const oldest = anOrder({ saleNumber: '1001', createdAt: at(10) });
const numbers = (list: { orders: readonly { saleNumber: string }[] }) => list.orders.map(o => o.saleNumber);
const all = () => true;

describe('a list of orders that change while it is shown', () => {
  test('a new order comes in by its age', () => {
    const list = withChanged({ orders: [newest, oldest] }, [middle], all, true);
    expect(numbers(list)).toEqual(['1003', '1002', '1001']);
  });

  test('the orders of one sale keep the order of the sale when one of them changes', () => {
    const of = (position: number) => anOrder({ id: `random-${(position * 7) % 11}`, position });
    const sold = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map(of);
    const list = withChanged({ orders: sold }, [{ ...of(5), state: 'processing' }], all, true);
    expect(list.orders.map(({ position }) => position)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  test('an order of the sale at the end of the page comes in only where the page holds it', () => {
    const list = { orders: [newest, { ...middle, id: 'a', position: 2 }], nextCursor: 'more' };
    const news = [
      { ...middle, id: 'b', position: 3 },
      { ...middle, id: 'c', position: 1 },
    ];
    expect(withChanged(list, news, all, true).orders.map(({ id }) => id)).toEqual([newest.id, 'b', 'a']);
  });

  test('the first order of several is numbered as the others are, and an order alone is not', () => {
    const first = { ...middle, position: 1 };
    const second = { ...middle, id: 'b', position: 2 };
    expect(salesOfSeveral([newest, second, first])).toEqual(new Set([middle.saleId]));
  });

  test('an order that changed stays in its place', () => {
    const canceled = { ...middle, state: 'canceled' as const };
    const list = withChanged({ orders: [newest, middle, oldest] }, [canceled], all, true);
    expect(list.orders[1]?.state).toBe('canceled');
    expect(list.orders).toHaveLength(3);
  });

  test('an order that no longer belongs leaves', () => {
    const held = aHeldOrder();
    const decided = { ...held, state: 'queued' as const, next: 'automatic' as const };
    const attention = (order: typeof held) => belongsTo('attention', order);
    expect(withChanged({ orders: [held] }, [decided], attention, true).orders).toEqual([]);
  });

  test('an order older than everything loaded waits for its page', () => {
    const list = withChanged({ orders: [newest, middle], nextCursor: 'more' }, [oldest], all, true);
    expect(numbers(list)).toEqual(['1003', '1002']);
  });

  test('a search never takes in what it did not find', () => {
    expect(withChanged({ orders: [middle] }, [newest], all, false).orders).toEqual([middle]);
  });

  test('a page is not shown twice where an order came in meanwhile', () => {
    const list = withPage({ orders: [newest, middle], nextCursor: 'a' }, { orders: [middle, oldest] });
    expect(numbers(list)).toEqual(['1003', '1002', '1001']);
    expect(list.nextCursor).toBeUndefined();
  });
});

describe('which orders belong where', () => {
  test.each([
    [aHeldOrder(), ['all', 'open', 'attention']],
    [anOwedOrder(), ['all', 'attention', 'ended']],
    [anOrder(), ['all', 'delivered']],
    [anOrder({ state: 'processing', next: 'automatic' }), ['all', 'open']],
  ] as const)('%#', (order, expected) => {
    const shown = (['all', 'open', 'attention', 'delivered', 'ended'] as const).filter(which =>
      belongsTo(which, order),
    );
    expect(shown).toEqual(expected);
  });
});
