import type { Parts } from '../../../electron/parts.ts';
import { sql } from '../../../electron/store/sql.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import { isFinal, type OrderState } from '../../../shared/order-state.ts';
import type { Disk } from './disk.ts';

const CREATE = '/api/v1/offers/create-order';

/** Watches one till from outside, and says where it breaks its word while it runs. */
export interface Observer {
  started(parts: Parts): void;
  sent(path: string, body: Record<string, unknown>): void;
  over(path: string, body: Record<string, unknown>): void;
}

export function createObserver(name: string, disk: Disk, broken: (law: string) => void): Observer {
  const underWay = new Map<unknown, number>();
  const states = new Map<string, OrderState>();
  const stateOf = sql<[string], string>(disk.db, 'SELECT state FROM orders WHERE id = ?').pluck();

  function heard(order: Order): void {
    const onDisk = stateOf.get(order.id);
    if (disk.isInTransaction() || onDisk !== order.state) {
      broken(`${name} announced ${order.id} as ${order.state} before that was stored (${onDisk})`);
    }
    const before = states.get(order.id);
    if (before !== undefined && isFinal(before) && before !== order.state) {
      if (before !== 'completed' || order.state !== 'refunded')
        broken(`${name} changed the final order ${order.id} from ${before} to ${order.state}`);
    }
    states.set(order.id, order.state);
  }

  return {
    started(parts) {
      parts.orders.onChange(orders => orders.forEach(heard));
    },
    sent(path, { transactionId }) {
      if (path !== CREATE) return;
      const onDisk = stateOf.get(String(transactionId));
      if (disk.isInTransaction() || onDisk !== 'sending')
        broken(`${name} sent ${transactionId} while it was stored as ${onDisk}`);
      const others = underWay.get(transactionId) ?? 0;
      if (others > 0) broken(`${name} sent ${transactionId} while an earlier request for it was under way`);
      underWay.set(transactionId, others + 1);
    },
    over(path, { transactionId }) {
      if (path === CREATE) underWay.set(transactionId, (underWay.get(transactionId) ?? 1) - 1);
    },
  };
}
