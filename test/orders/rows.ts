import type { OrderFacts } from '../../electron/orders/order-facts.ts';
import type { OrderOrigin } from '../../electron/orders/order-row.ts';
import type { Db } from '../../electron/store/open.ts';
import { NOON } from './an-order.ts';

/** The least that an order row refers to. */
export function aSaleFor(db: Db): void {
  db.exec(`
    INSERT INTO staff (id, name, role, pin_salt, pin_hash, created_at) VALUES ('s1', 'Mira', 'manager', x'00', x'00', 0);
    INSERT INTO sales (id, number, attempt_id, attempt_hash, day, staff_id, staff_name, total, currency, payment_method, created_at)
      VALUES ('sale', 1001, 'attempt', 'hash', '2026-03-29', 's1', 'Mira', '110.00', 'KZT', 'cash', ${NOON});
  `);
}

let position = 0;

export function aRowFor(id: string, { offerId, delivery }: OrderFacts): OrderOrigin {
  position++;
  return {
    id,
    saleId: 'sale',
    saleNumber: 1001,
    day: '2026-03-29',
    line: 1,
    position,
    replaces: null,
    offerId,
    productName: 'Steam US',
    offerName: 'TEST OFFER GROUP',
    delivery,
    playerId: null,
    serverId: null,
    nickname: null,
    email: null,
    price: '110.00',
    currency: 'KZT',
    createdAt: NOON,
  };
}
