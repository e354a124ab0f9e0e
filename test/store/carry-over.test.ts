import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOver } from '../../electron/store/carry-over.ts';
import { type Db, openStore } from '../../electron/store/open.ts';

const SALES = 400;
const PAGE = 4096;
/** The schema, and the roots of what was empty when the tables were made, lie before. */
const SCHEMA_PAGES = 48;

let folder: string;
let whole: Buffer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-carry-'));
  const db = openStore(join(folder, 'present.db'));
  addPeople(db);
  for (let n = 1; n <= SALES; n++) addSale(db, n);
  db.close();
  whole = readFileSync(join(folder, 'present.db'));
  const backup = openStore(join(folder, 'backup.db'));
  addPeople(backup);
  backup.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function addPeople(db: Db): void {
  db.exec(
    `INSERT INTO staff (id, name, role, pin_salt, pin_hash, created_at) VALUES ('s1', 'Mira', 'manager', x'00', x'00', 0)`,
  );
}

function addSale(db: Db, n: number, state = 'completed', updatedAt = n): void {
  db.exec(`
    INSERT INTO sales (id, number, attempt_id, attempt_hash, day, staff_id, staff_name, total, currency, payment_method, created_at)
      VALUES ('sale-${n}', ${1000 + n}, 'attempt-${n}', 'hash', '2026-03-29', 's1', 'Mira', '${n}.00', 'KZT', 'cash', ${n});
    INSERT INTO orders (id, sale_id, sale_number, day, line, position, offer_id, product_name, offer_name, delivery, price,
        currency, agreed_cost, cost, cost_currency, state, next_at, has_key, created_at, updated_at)
      VALUES ('order-${n}', 'sale-${n}', ${1000 + n}, '2026-03-29', 1, 1, '999', 'Steam US', 'TEST', 'key', '${n}.00',
        'KZT', '1', '1', 'KZT', '${state}', ${state === 'queued' ? 1 : 'NULL'}, 1, ${n}, ${updatedAt});
    INSERT INTO keys (order_id, nonce, ciphertext, tag, data_key, stored_at)
      VALUES ('order-${n}', zeroblob(12), x'${n.toString(16).padStart(8, '0')}', zeroblob(16), 'k', ${n});
  `);
}

/** Noise over some pages, none of them among those that say where everything lies. */
function scribbled(seed: number, pages: number): string {
  const bytes = Buffer.from(whole);
  let random = seed;
  const next = () => {
    random = (random * 48_271) % 2_147_483_647;
    return random;
  };
  for (let page = 0; page < pages; page++) {
    const at = (SCHEMA_PAGES + (next() % (bytes.length / PAGE - SCHEMA_PAGES))) * PAGE;
    for (let byte = at; byte < at + PAGE; byte++) bytes[byte] = next() % 256;
  }
  const path = join(folder, `scribbled-${seed}.db`);
  writeFileSync(path, bytes);
  return path;
}

function carried(path: string, prepare: (into: Db) => void = () => {}, isSequel = true) {
  const copy = join(folder, 'into.db');
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  copyFileSync(join(folder, 'backup.db'), copy);
  const db = openStore(copy);
  prepare(db);
  const from = new Database(path, { readonly: true });
  try {
    const result = db.transaction(() => carryOver(from, db, isSequel))();
    return { db, result };
  } finally {
    from.close();
  }
}

const rows = (db: Db, table: string): Record<string, unknown>[] =>
  db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY rowid`).all();

describe('carrying over what happened since a backup', () => {
  it('brings every row over from data that is well', () => {
    const { db, result } = carried(join(folder, 'present.db'));
    expect(result).toMatchObject({
      carried: { staff: 0, sales: SALES, orders: SALES, keys: SALES },
      skipped: [],
      isWhole: true,
    });
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });

  it('brings over what can still be read of damaged data, each row as it was, and nothing else', () => {
    const present = new Database(join(folder, 'present.db'), { readonly: true });
    const original = new Map(rows(present, 'orders').map(row => [row.id, row]));
    present.close();
    let saved = 0;
    let lost = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const { db, result } = carried(scribbled(seed, 1 + (seed % 3)));
      const orders = rows(db, 'orders');
      for (const order of orders) expect(order).toEqual(original.get(order.id));
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(result.isWhole && result.skipped.length === 0 && orders.length < SALES).toBe(false);
      saved += orders.length;
      lost += SALES - orders.length;
      db.close();
    }
    expect(saved).toBeGreaterThan(lost);
    expect(lost).toBeGreaterThan(0);
  });

  it('takes the later of two versions of an order where nothing says that all of it is later', () => {
    const { db, result } = carried(
      join(folder, 'present.db'),
      into => {
        addSale(into, 1, 'queued', 0);
        addSale(into, 2, 'queued', 1_000_000);
      },
      false,
    );
    const states = db
      .prepare(`SELECT state FROM orders WHERE id IN ('order-1', 'order-2') ORDER BY id`)
      .pluck();
    expect(states.all()).toEqual(['completed', 'queued']);
    expect(result.carried.orders).toBe(SALES - 1);
    db.close();
  });

  it('leaves whoever was removed removed, even where nothing says that it is later', () => {
    const other = join(folder, 'without-mira.db');
    copyFileSync(join(folder, 'present.db'), other);
    const from = openStore(other);
    from.exec(`UPDATE staff SET removed_at = 5, name = 'Somebody'`);
    from.close();
    const { db } = carried(other, () => {}, false);
    expect(db.prepare('SELECT name, removed_at FROM staff').get()).toEqual({ name: 'Mira', removed_at: 5 });
    db.close();
  });

  it('keeps what is listed here listed, whatever the other file made of it', () => {
    const other = join(folder, 'other.db');
    copyFileSync(join(folder, 'present.db'), other);
    const from = openStore(other);
    from.exec(`DROP TRIGGER listed_orders_stay_listed; UPDATE orders SET listed = 0`);
    from.close();
    const { db, result } = carried(other, into => addSale(into, 1, 'queued', 0));
    expect(result.skipped).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM orders WHERE listed = 1').pluck().get()).toBe(SALES);
    db.close();
  });

  it('leaves out a row that breaks a rule of the database, names it, and goes on', () => {
    const { db, result } = carried(join(folder, 'present.db'), into => {
      addSale(into, 3, 'queued', 0);
      into.exec(
        `UPDATE orders SET state = 'canceled', next_at = NULL, reason = 'by_person' WHERE id = 'order-3'`,
      );
    });
    expect(result.skipped).toEqual(['orders order-3']);
    expect(result.carried.orders).toBe(SALES - 1);
    db.close();
  });

  it('takes the later of two keys, and leaves out every sale number that either leaves out', () => {
    const path = join(folder, 'later-key.db');
    const later = openStore(path);
    addPeople(later);
    addSale(later, 1);
    later.exec(
      `UPDATE keys SET ciphertext = x'07', stored_at = 99; INSERT INTO sale_numbers VALUES (1, 2101)`,
    );
    later.close();
    const { db } = carried(path, into => addSale(into, 1), false);
    expect(db.prepare('SELECT hex(ciphertext) FROM keys').pluck().get()).toBe('07');
    expect(db.prepare('SELECT least FROM sale_numbers').pluck().get()).toBe(2101);
    db.close();
  });
});
