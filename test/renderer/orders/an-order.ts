import type { Order } from '../../../shared/contract/orders.ts';
import type { Sale } from '../../../shared/contract/sales.ts';
import { sum } from '../../../shared/money.ts';
import { isFinal } from '../../../shared/order-state.ts';

/** A Steam key that was delivered this morning; everything else by change. */
export function anOrder(change: Partial<Order> = {}): Order {
  const number = change.saleNumber ?? '1042';
  return {
    id: `0195e0a4-5b6c-7d8e-9f01-${number.padStart(12, '0')}`,
    saleId: `sale-${number}`,
    saleNumber: number,
    position: 1,
    offerId: 1204,
    productName: 'Steam',
    offerName: 'Wallet code, 20 USD',
    delivery: 'key',
    state: 'completed',
    next: 'none',
    decisions: ['check'],
    attempts: 1,
    hasKey: true,
    price: '10240.00',
    currency: 'KZT',
    cost: '20.05',
    costCurrency: 'USD',
    ...((change.state ?? 'completed') === 'completed'
      ? { chargedCost: '20.05', partnerOrderId: '88231907' }
      : {}),
    createdAt: '2026-03-29T05:12:00.000Z',
    updatedAt: '2026-03-29T05:12:04.000Z',
    ...change,
  };
}

/** Dearer at the partner than when it was sold: a manager has to decide. */
export function aHeldOrder(change: Partial<Order> = {}): Order {
  return anOrder({
    saleNumber: '1043',
    productName: 'PUBG Mobile',
    offerName: '660 UC',
    delivery: 'topup',
    player: { id: '5123456789', nickname: 'Batyr' },
    state: 'held',
    reason: 'price_changed',
    next: 'decide',
    decisions: ['retry', 'cancel'],
    attempts: 0,
    hasKey: false,
    price: '5075.00',
    cost: '9.99',
    quotedCost: '11.40',
    ...change,
  });
}

/** Ended by the partner; the customer is owed the money. */
export function anOwedOrder(change: Partial<Order> = {}): Order {
  return anOrder({
    saleNumber: '1044',
    productName: 'Telegram Stars',
    offerName: '100 Stars',
    offerId: 'telegram_stars_100',
    delivery: 'stars',
    player: { id: '718293645', nickname: '@aigerim' },
    state: 'canceled',
    reason: 'by_partner',
    next: 'refund_customer',
    decisions: ['reorder'],
    hasKey: false,
    price: '1095.00',
    cost: '1.56',
    message: 'user not found',
    ...change,
  });
}

/** The sale that these orders make up, paid in cash unless said otherwise. */
export function saleOf(orders: readonly Order[], change: Partial<Sale> = {}): Sale {
  const [first = anOrder()] = orders;
  const total = sum(orders.map(order => order.price));
  return {
    id: first.saleId,
    number: first.saleNumber,
    attemptId: `attempt-${first.saleNumber}`,
    createdAt: first.createdAt,
    day: '2026-03-29',
    staff: { id: 'staff-timur', name: 'Timur' },
    lines: orders.map(order => ({
      offerId: order.offerId,
      productName: order.productName,
      offerName: order.offerName,
      delivery: order.delivery,
      quantity: 1,
      ...(order.player ? { player: order.player } : {}),
      price: order.price,
      amount: order.price,
    })),
    total,
    refunded: sum(orders.flatMap(order => (order.refund ? [order.refund.amount] : []))),
    currency: first.currency,
    payment: { method: 'cash', tendered: total, change: '0.00' },
    progress: {
      delivered: orders.filter(order => order.state === 'completed').length,
      open: orders.filter(order => !isFinal(order.state)).length,
      failed: orders.filter(order => isFinal(order.state) && order.state !== 'completed').length,
    },
    ...change,
  };
}
