import { systemClock } from '../../electron/adapters/system-clock.ts';
import { systemRandom } from '../../electron/adapters/system-random.ts';
import { createConnection } from '../../electron/orders/connection.ts';
import { createKeyVault } from '../../electron/orders/key-vault.ts';
import { createOrders } from '../../electron/orders/orders.ts';
import { createQueue } from '../../electron/orders/queue.ts';
import type { Partner } from '../../electron/partner/partner.ts';
import { watchPartner } from '../../electron/partner/watch.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import { aSaleFor } from '../../test/orders/rows.ts';
import { aShop } from '../../test/support/a-shop.ts';
import { ORDER, type Peer } from './a-peer.ts';

export function openOrderStore(file: string): Db {
  const db = openStore(file);
  aSaleFor(db);
  return db;
}

/** The orders of a till and the worker that moves them on, as `electron/parts.ts` ties them together. */
export function createOrderQueue(db: Db, bare: Partner) {
  const shop = aShop();
  const vault = createKeyVault(new Uint8Array(32).fill(7), systemRandom);
  const connection = createConnection({
    clock: systemClock,
    random: systemRandom,
    probe: async () => undefined,
  });
  const partner = watchPartner(bare, result => connection.observe(result));
  const orders = createOrders({
    db,
    clock: systemClock,
    random: systemRandom,
    vault: () => vault,
    settings: () => shop,
    pause: connection.pause,
  });
  const queue = createQueue({
    db,
    clock: systemClock,
    orders,
    partner,
    connection,
    catalogue: { noteCost() {}, markGone() {} },
    balance: { noteUsed() {} },
    storageFailed(error) {
      throw error;
    },
  });
  return { orders, queue, connection };
}

export function openOrderQueue(file: string, partner: Partner): Peer {
  const db = openOrderStore(file);
  const { orders, queue } = createOrderQueue(db, partner);
  let placed = 0;
  let waiting: string[] = [];
  return {
    enqueue() {
      const order = { ...ORDER, position: ++placed, createdAt: systemClock.now() };
      waiting.push(orders.insert(order));
    },
    async workOff() {
      const done = new Promise<void>(resolve => {
        const stop = orders.onChange((_changed, { waiting }) => {
          if (waiting > 0) return;
          stop();
          resolve();
        });
      });
      orders.announcePlaced(waiting.map(orders.look));
      waiting = [];
      queue.start();
      await done;
      await queue.stop();
    },
    async close() {
      const undelivered = db.prepare(`SELECT count(*) FROM orders WHERE state <> 'completed'`).pluck().get();
      if (undelivered !== 0) throw new Error(`${undelivered} orders were not delivered`);
      db.close();
    },
  };
}
