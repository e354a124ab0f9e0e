import { describe, expect, test } from 'vitest';
import { belongsTo } from '../../../renderer/orders/order-filters.ts';
import { withChanged, withPage } from '../../../renderer/orders/order-rows.ts';
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
