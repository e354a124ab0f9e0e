import { systemRandom } from '../../electron/adapters/system-random.ts';
import { createConnection } from '../../electron/orders/connection.ts';
import { createKeyVault } from '../../electron/orders/key-vault.ts';
import { ordersOfSale } from '../../electron/orders/order-store.ts';
import { createOrders, type NewOrder } from '../../electron/orders/orders.ts';
import { createQueue } from '../../electron/orders/queue.ts';
import type { OrderRequest, Partner, PartnerOrder, PartnerResult } from '../../electron/partner/partner.ts';
import { watchPartner } from '../../electron/partner/watch.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import { aShop } from '../support/a-shop.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { anOffer, FakePartner, ok, refused } from '../support/fake-partner.ts';
import { anOrder } from './an-order.ts';
import { aRowFor, aSaleFor } from './rows.ts';

export const random = { bytes: systemRandom.bytes, fraction: () => 0.5 };

export const balance = ok({
  balance: '500',
  reserved: '0',
  currency: 'USD',
  postpaid: false,
  partnerId: '123',
});

/** A partner that keeps its word: what it was asked to order it completes at once, with a key. */
export function aFaithfulPartner() {
  const booked = new Map<string, PartnerOrder>();
  const answers = {
    balance: async () => balance,
    offer: async offerId => ok(anOffer({ offerId, price: '100' })),
    createOrder: async request => book(request),
    orderStatus: async id => {
      const order = booked.get(id);
      return order ? ok(order) : refused('ORDER_NOT_FOUND');
    },
  } satisfies Partial<Partner>;

  function book({ transactionId, offerId, price }: OrderRequest): PartnerResult<PartnerOrder> {
    if (booked.has(transactionId)) return refused('TRANSACTION_DUPLICATE');
    const order: PartnerOrder = {
      partnerOrderId: `P${booked.size + 1}`,
      status: 'COMPLETED',
      offerId,
      price,
      currency: 'KZT',
      key: `KEY-${booked.size + 1}`,
    };
    booked.set(transactionId, order);
    return ok(order);
  }
  return { answers, booked, book };
}

/** The orders of a till and what moves them on, with a clock that the test moves and a partner that it plays. */
export function aQueue(
  answers: Partial<Partner>,
  given: { db?: Db; clock?: FakeClock; markGone?: () => void } = {},
) {
  const clock = given.clock ?? new FakeClock();
  const db = given.db ?? openStore(':memory:');
  if (!given.db) aSaleFor(db);
  const partner = new FakePartner(answers);
  const failures: unknown[] = [];
  const connection = createConnection({ clock, random, probe: () => watched.balance() });
  const watched = watchPartner(partner, result => connection.observe(result));
  const vault = createKeyVault(new Uint8Array(32).fill(7), random);
  const settings = () => aShop();
  const orders = createOrders({ db, clock, random, vault: () => vault, settings });
  const queue = createQueue({
    db,
    clock,
    orders,
    partner: watched,
    connection,
    catalogue: { noteCost() {}, markGone: given.markGone ?? (() => {}) },
    balance: { noteUsed() {} },
    storageFailed: error => failures.push(error),
  });

  return {
    db,
    clock,
    partner,
    failures,
    connection,
    orders,
    queue,
    start(): void {
      queue.start();
      connection.start();
    },
    /** Orders as a sale leaves them. */
    place(count = 1, change: Partial<NewOrder> = {}): string[] {
      const ids = db.transaction(() =>
        Array.from({ length: count }, () => {
          const { id: _, replaces: __, ...row } = aRowFor('', anOrder());
          const position = ordersOfSale(db, row.saleId).length + 1;
          const order = {
            ...row,
            position,
            cost: '100',
            costCurrency: 'KZT',
            createdAt: clock.now(),
            ...change,
          };
          return orders.insert(order);
        }),
      )();
      orders.announcePlaced(ids.map(orders.look));
      queue.pump();
      return ids;
    },
    state: (id = '') => orders.get(id).state,
    states: (ids: string[]) => ids.map(id => orders.get(id).state),
    /** How many create-order requests were made, for each order. */
    creates: (id: string) =>
      partner.asked.filter(
        ({ method, given: [request] }) =>
          method === 'createOrder' && (request as OrderRequest).transactionId === id,
      ).length,
  };
}

/** A promise that the test settles: an answer that is still on its way. */
export function anAnswer<T>() {
  let arrive: (value: T) => void = () => {};
  const promise = new Promise<T>(resolve => {
    arrive = resolve;
  });
  return { promise, arrive };
}
