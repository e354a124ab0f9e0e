import type { Order } from '../../../shared/contract/orders.ts';
import { current, isDelivered } from '../../../shared/sale-outcome.ts';

/** `known` with what has been heard since: of each order the newest word, in the order of the receipt. */
export function merged(known: readonly Order[], heard: readonly Order[], saleId: string): Order[] {
  const orders = new Map(known.map(order => [order.id, order]));
  for (const order of heard) {
    const before = orders.get(order.id);
    if (order.saleId === saleId && (!before || order.updatedAt >= before.updatedAt)) {
      orders.set(order.id, order);
    }
  }
  return [...orders.values()].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** What a person has to see to comes first; otherwise the order of the receipt. */
export const urgentFirst = (orders: readonly Order[]): Order[] =>
  [...orders].sort((a, b) => Number(needsSomeone(b)) - Number(needsSomeone(a)));

const needsSomeone = ({ next }: Order): boolean => next === 'refund_customer' || next === 'decide';

export const deliveredCount = (orders: readonly Order[]): number =>
  current(orders).filter(isDelivered).length;
