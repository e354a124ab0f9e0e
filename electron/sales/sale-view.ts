import type { Order } from '../../shared/contract/orders.ts';
import type { Sale } from '../../shared/contract/sales.ts';
import { multiply, sum, toCurrency } from '../../shared/money.ts';
import { isFinal } from '../../shared/order-state.ts';
import type { StoredSale } from './sale-store.ts';

/** A sale as the contract shows it; its lines are its orders, those alike taken together. */
export function viewSale(stored: StoredSale, orders: Order[]): Sale {
  const { currency } = stored;
  const refunds = orders.flatMap(order => (order.refund ? [order.refund.amount] : []));
  return {
    id: stored.id,
    number: String(stored.number),
    attemptId: stored.attemptId,
    createdAt: new Date(stored.createdAt).toISOString(),
    day: stored.day,
    staff: { id: stored.staffId, name: stored.staffName },
    lines: linesOf(orders, currency),
    total: stored.total,
    refunded: toCurrency(sum(refunds), currency),
    currency,
    ...(stored.email === null ? {} : { email: stored.email }),
    payment: {
      method: stored.method,
      ...(stored.tendered === null ? {} : { tendered: stored.tendered }),
      ...(stored.change === null ? {} : { change: stored.change }),
      ...(stored.reference === null ? {} : { reference: stored.reference }),
    },
    progress: progressOf(orders),
  };
}

/** Orders alike that follow one another are one line, as they were charged. */
function linesOf(orders: Order[], currency: string): Sale['lines'] {
  const lines: Sale['lines'] = [];
  for (const order of orders) {
    if (order.replaces !== undefined) continue;
    const last = lines.at(-1);
    if (last && isAlike(last, order)) {
      last.quantity++;
      last.amount = toCurrency(multiply(last.price, last.quantity), currency);
    } else {
      const { offerId, productName, offerName, delivery, player, price } = order;
      lines.push({
        offerId,
        productName,
        offerName,
        delivery,
        quantity: 1,
        ...(player ? { player } : {}),
        price,
        amount: price,
      });
    }
  }
  return lines;
}

function isAlike(line: Sale['lines'][number], order: Order): boolean {
  return (
    line.offerId === order.offerId &&
    line.price === order.price &&
    line.player?.id === order.player?.id &&
    line.player?.serverId === order.player?.serverId
  );
}

function progressOf(orders: Order[]): Sale['progress'] {
  const current = orders.filter(order => order.replacedBy === undefined);
  const delivered = current.filter(order => order.state === 'completed').length;
  const open = current.filter(order => !isFinal(order.state)).length;
  return { delivered, open, failed: current.length - delivered - open };
}
