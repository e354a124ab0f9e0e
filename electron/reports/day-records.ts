import type { Order } from '../../shared/contract/orders.ts';
import type { Sale } from '../../shared/contract/sales.ts';
import type { Shop } from '../../shared/contract/terminal.ts';
import { TEST_OFFER_ID } from '../../shared/offer-id.ts';
import type { RefundRecord } from '../sales/refund-record.ts';

/** What a business day left behind. */
export interface DayRecords {
  /** "2026-03-29" */
  day: string;
  shop: Shop;
  /** The sales of the day. */
  sales: readonly Sale[];
  /** The orders of these sales; those of other days' sales that were refunded may be among them. */
  orders: readonly Order[];
  /** At least the refunds given on this day. */
  refunds: readonly RefundRecord[];
  /** Of the last sale before them, where there is one. */
  numberBefore?: number | undefined;
}

/** An order of the day, with its sale. */
export interface SoldOrder {
  order: Order;
  sale: Sale;
}

/** The orders of the day's own sales, oldest sale first. */
export function ordersOfDay({ sales, orders }: DayRecords): SoldOrder[] {
  const bySale = Map.groupBy(orders, order => order.saleId);
  return inOrder(sales).flatMap(sale =>
    (bySale.get(sale.id) ?? []).toSorted((a, b) => a.position - b.position).map(order => ({ order, sale })),
  );
}

/** Sale numbers follow one another; where they do not, a restore has left room for sales that it could not bring back. */
export function numbersLeftOut({ sales, numberBefore }: DayRecords): { from: string; to: string }[] {
  let last = numberBefore;
  return inOrder(sales).flatMap(sale => {
    const number = Number(sale.number);
    const before = last ?? number - 1;
    last = number;
    return number > before + 1 ? [{ from: String(before + 1), to: String(number - 1) }] : [];
  });
}

export function inOrder(sales: readonly Sale[]): Sale[] {
  return sales.toSorted((a, b) => Number(a.number) - Number(b.number));
}

/** Where the customer's money for an order is now. An order that was replaced has handed it on. */
export function whereMoneyIs(order: Order): 'delivered' | 'waiting' | 'toRefund' | 'refunded' | 'replaced' {
  if (order.replacedBy !== undefined) return 'replaced';
  if (order.refund !== undefined) return 'refunded';
  if (order.state === 'completed') return 'delivered';
  return order.state === 'canceled' || order.state === 'refunded' ? 'toRefund' : 'waiting';
}

/** To the shop, by the partner: the test offer never is. */
export const wasCharged = (order: Order): boolean =>
  order.state === 'completed' && order.offerId !== TEST_OFFER_ID;
