import type { ChargeInput } from '../../electron/sales/charge.ts';
import { createSales } from '../../electron/sales/sales.ts';
import { createStaff } from '../../electron/staff/staff.ts';
import type { Db } from '../../electron/store/open.ts';
import type { Offer } from '../../shared/contract/catalogue.ts';
import type { StaffMember } from '../../shared/contract/common.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import { aQueue, random } from '../orders/a-queue.ts';
import { aShop } from '../support/a-shop.ts';

export function anOfferOnSale(change: Partial<Offer> = {}): Offer {
  return {
    offerId: 999,
    productName: 'Steam US',
    offerName: 'TEST OFFER GROUP',
    delivery: 'key',
    needsServer: false,
    cost: '23.09',
    costCurrency: 'KZT',
    price: '25.00',
    hidden: false,
    updatedAt: '2026-03-29T09:00:00.000Z',
    ...change,
  };
}

/** A counter with goods on the shelf, a cashier and a manager, and nobody who moves the orders on. */
export async function aCounter(offers: Offer[] = [anOfferOnSale()], shop: Partial<Settings> = {}) {
  const till = aQueue({});
  const { db, clock, orders } = till;
  db.exec('DELETE FROM sales; DELETE FROM staff');
  const staff = createStaff({ db, clock, random, pepper: () => new Uint8Array(32) });
  const mira = await staff.add({ name: 'Mira', role: 'manager', pin: '2468' }, null);
  const timur = await staff.add({ name: 'Timur', role: 'cashier', pin: '1357' }, mira.id);
  const shelf = new Map<OfferId, Offer>(offers.map(offer => [offer.offerId, offer]));
  const checks = new Map<string, 'valid' | 'invalid' | 'unavailable'>();
  const settings = () => aShop(shop);
  const sales = createSales({
    db,
    clock,
    random,
    settings,
    orders,
    catalogue: {
      find: offerId => shelf.get(offerId),
      lastCheck: (offerId, playerId, serverId) => checks.get(`${offerId} ${playerId} ${serverId}`),
    },
  });
  let attempts = 0;
  return {
    ...till,
    sales,
    shelf,
    checks,
    staff,
    mira,
    timur,
    /** What the partner says of an order, as the queue would pass it on. */
    live: till.orders.apply,
    charge(change: Partial<ChargeInput> = {}, person: StaffMember = timur) {
      const attempt = { attemptId: `attempt-${++attempts}`, payment: { method: 'cash' as const } };
      return sales.charge(
        { ...attempt, lines: [{ offerId: 999, quantity: 1, price: '25.00' }], ...change },
        person,
      );
    },
  };
}

/** How many rows there are of everything that a charge writes. */
export function written(db: Db): Record<string, unknown> {
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  return {
    sales: count('sales'),
    orders: count('orders'),
    audit: count("audit WHERE action <> 'staff.added'"),
  };
}
