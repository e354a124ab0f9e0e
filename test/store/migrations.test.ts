import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { dueOrders } from '../../electron/orders/due-store.ts';
import { readTotals } from '../../electron/orders/totals-store.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { MIGRATIONS } from '../../electron/store/migrations/index.ts';
import { aSaleFor } from '../orders/rows.ts';

const insertOrders = (db: Database.Database, from: number, to: number): void => {
  for (let n = from; n <= to; n++) {
    db.exec(`INSERT INTO orders (id, sale_id, sale_number, day, line, position, offer_id, product_name, offer_name, delivery,
        price, currency, agreed_cost, cost, cost_currency, state, next_at, created_at, updated_at)
      VALUES ('order-${n}', 'sale', 1001, '2026-03-29', 1, ${n}, '999', 'Steam US', 'TEST', 'key',
        '1.00', 'KZT', '1', '1', 'KZT', 'queued', ${n}, ${n}, ${n})`);
  }
};

it('orders of the first version are due and counted as they were, the newest of them too', () => {
  const db = new Database(':memory:');
  migrate(db, MIGRATIONS.slice(0, 1));
  aSaleFor(db);
  insertOrders(db, 1, 70);
  const rows = db.prepare('SELECT * FROM orders').all();
  migrate(db, MIGRATIONS.slice(0, 2));
  expect(db.prepare('SELECT * FROM orders').all()).toEqual(rows.map(row => ({ ...Object(row), listed: 1 })));
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.exec('UPDATE orders SET next_at = 0 WHERE position = 69');
  expect(dueOrders(db, 100, 3).map(({ origin }) => origin.position)).toEqual([69, 1, 2]);
  expect(dueOrders(db, 100, 100)).toHaveLength(70);
  insertOrders(db, 71, 130);
  expect(dueOrders(db, 200, 200)).toHaveLength(130);
  expect(readTotals(db)).toEqual({ waiting: 130, held: 0, toRefund: 0, amount: '130' });
  db.close();
});
