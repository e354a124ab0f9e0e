import type { DayRecords } from '../../electron/reports/day-records.ts';
import type { RefundRecord } from '../../electron/sales/refund-record.ts';
import type { Order } from '../../shared/contract/orders.ts';
import type { Sale } from '../../shared/contract/sales.ts';
import { sum, toCurrency } from '../../shared/money.ts';
import { isFinal } from '../../shared/order-state.ts';
import { aShop } from './a-shop.ts';

export const DAY = '2026-03-29';

export function anOrder(change: Partial<Order> = {}): Order {
  const state = change.state ?? 'completed';
  return {
    id: 'order-1',
    saleId: 'sale-1',
    saleNumber: '1',
    position: 1,
    offerId: 999,
    productName: 'Steam US',
    offerName: 'TEST OFFER GROUP',
    delivery: 'key',
    state,
    next: isFinal(state) ? 'none' : 'automatic',
    decisions: [],
    attempts: 1,
    hasKey: state === 'completed',
    price: '25.00',
    currency: 'KZT',
    cost: '23.09',
    costCurrency: 'KZT',
    createdAt: '2026-03-29T09:00:00.000Z',
    updatedAt: '2026-03-29T09:00:05.000Z',
    ...change,
  };
}

/** A sale and its orders; the total is of what was charged, so an order made in another's place adds nothing. */
export function aSale(orders: readonly Partial<Order>[], change: Partial<Sale> = {}) {
  const id = change.id ?? 'sale-1';
  const number = change.number ?? '1';
  const made = orders.map((order, i) =>
    anOrder({ id: `${id}-${i + 1}`, position: i + 1, ...order, saleId: id, saleNumber: number }),
  );
  const charged = made.filter(order => order.replaces === undefined).map(order => order.price);
  const sale: Sale = {
    id,
    number,
    attemptId: `attempt-${id}`,
    createdAt: '2026-03-29T09:00:00.000Z',
    day: DAY,
    staff: { id: 'timur', name: 'Timur' },
    lines: [],
    total: toCurrency(sum(charged), 'KZT'),
    refunded: '0.00',
    currency: 'KZT',
    payment: { method: 'cash' },
    progress: { delivered: 0, open: 0, failed: 0 },
    ...change,
  };
  return { sale, orders: made };
}

export function aRefund(change: Partial<RefundRecord> = {}): RefundRecord {
  return {
    orderId: 'sale-1-1',
    saleId: 'sale-1',
    saleDay: DAY,
    day: DAY,
    staffId: 'aida',
    staffName: 'Aida',
    amount: '25.00',
    method: 'cash',
    at: '2026-03-29T10:30:00.000Z',
    ...change,
  };
}

export function theDay(
  sold: readonly ReturnType<typeof aSale>[],
  refunds: readonly RefundRecord[] = [],
): DayRecords {
  return {
    day: DAY,
    shop: aShop().shop,
    sales: sold.map(({ sale }) => sale),
    orders: sold.flatMap(({ orders }) => orders),
    refunds,
  };
}

/** The mark an order carries once the customer has had the money back. */
export const backAt = (at = '2026-03-29T10:30:00.000Z', amount = '25.00') => ({
  amount,
  at,
  staffName: 'Aida',
});
