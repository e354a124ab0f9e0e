import type { PaymentMethod } from '../../shared/contract/sales.ts';
import { saleNumberIn } from '../../shared/sale-code.ts';
import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';

export interface StoredSale {
  id: string;
  number: number;
  attemptId: string;
  attemptHash: string;
  day: string;
  staffId: string;
  staffName: string;
  total: string;
  currency: string;
  email: string | null;
  method: PaymentMethod;
  tendered: string | null;
  change: string | null;
  reference: string | null;
  createdAt: number;
}

interface SaleRow {
  id: string;
  number: number;
  attempt_id: string;
  attempt_hash: string;
  day: string;
  staff_id: string;
  staff_name: string;
  total: string;
  currency: string;
  email: string | null;
  payment_method: PaymentMethod;
  tendered: string | null;
  change: string | null;
  reference: string | null;
  created_at: number;
}

/** The first receipt of a till: never a lonely "1". */
const FIRST_NUMBER = 1001;

export function nextSaleNumber(db: Db): number {
  const last = sql<[], number | null>(db, 'SELECT max(number) FROM sales').pluck().get();
  const least = sql<[], number>(db, 'SELECT least FROM sale_numbers').pluck().get();
  return Math.max((last ?? FIRST_NUMBER - 1) + 1, least ?? FIRST_NUMBER);
}

/** No sale gets a smaller number from now on. */
export function keepNumbersFrom(db: Db, least: number): void {
  changeOne(sql(db, 'INSERT OR REPLACE INTO sale_numbers (one, least) VALUES (1, ?)'), least);
}

export function insertSale(db: Db, sale: StoredSale): void {
  changeOne(
    sql(
      db,
      `INSERT INTO sales (id, number, attempt_id, attempt_hash, day, staff_id, staff_name, total, currency, email,
         payment_method, tendered, change, reference, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    sale.id,
    sale.number,
    sale.attemptId,
    sale.attemptHash,
    sale.day,
    sale.staffId,
    sale.staffName,
    sale.total,
    sale.currency,
    sale.email,
    sale.method,
    sale.tendered,
    sale.change,
    sale.reference,
    sale.createdAt,
  );
}

/** Every sale with what was paid for the orders it was made of, as far as those are here. */
export function ordersMissingFrom(
  db: Db,
): { id: string; number: number; total: string; currency: string; prices: string[] }[] {
  return db
    .prepare<[], { id: string; number: number; total: string; currency: string; prices: string }>(
      `SELECT s.id, s.number, s.total, s.currency, json_group_array(o.price) FILTER (WHERE o.id IS NOT NULL) AS prices
         FROM sales s LEFT JOIN orders o ON o.sale_id = s.id AND o.replaces IS NULL
         GROUP BY s.id ORDER BY s.number`,
    )
    .all()
    .map(row => ({ ...row, prices: JSON.parse(row.prices) }));
}

export function changeTotal(db: Db, id: string, total: string): void {
  changeOne(sql(db, 'UPDATE sales SET total = ? WHERE id = ?'), total, id);
}

export function removeSale(db: Db, id: string): void {
  changeOne(sql(db, 'DELETE FROM sales WHERE id = ?'), id);
}

export function findSale(db: Db, id: string): StoredSale | undefined {
  const row = sql<[string], SaleRow>(db, 'SELECT * FROM sales WHERE id = ?').get(id);
  return row && toSale(row);
}

export function findAttempt(db: Db, attemptId: string): StoredSale | undefined {
  const row = sql<[string], SaleRow>(db, 'SELECT * FROM sales WHERE attempt_id = ?').get(attemptId);
  return row && toSale(row);
}

export function salesOn(db: Db, day: string): StoredSale[] {
  return sql<[string], SaleRow>(db, 'SELECT * FROM sales WHERE day = ? ORDER BY number').all(day).map(toSale);
}

/** The greatest number that a sale before this one has. */
export function numberBefore(db: Db, number: number): number | undefined {
  const found = sql<[number], number | null>(db, 'SELECT max(number) FROM sales WHERE number < ?').pluck();
  return found.get(number) ?? undefined;
}

/** Newest first. `before`: only sales with a smaller number. */
export function listSales(
  db: Db,
  query: { day?: string | undefined; text?: string | undefined; before?: number | undefined; limit: number },
): StoredSale[] {
  const where = ['number < ?'];
  const parameters: unknown[] = [query.before ?? Number.MAX_SAFE_INTEGER];
  if (query.day !== undefined) {
    where.push('day = ?');
    parameters.push(query.day);
  }
  if (query.text) {
    where.push('(CAST(number AS TEXT) = ? OR id = ? OR reference = ?)');
    parameters.push(saleNumberIn(query.text), query.text, query.text);
  }
  return db
    .prepare<unknown[], SaleRow>(
      `SELECT * FROM sales WHERE ${where.join(' AND ')} ORDER BY number DESC LIMIT ?`,
    )
    .all(...parameters, query.limit)
    .map(toSale);
}

function toSale(row: SaleRow): StoredSale {
  return {
    id: row.id,
    number: row.number,
    attemptId: row.attempt_id,
    attemptHash: row.attempt_hash,
    day: row.day,
    staffId: row.staff_id,
    staffName: row.staff_name,
    total: row.total,
    currency: row.currency,
    email: row.email,
    method: row.payment_method,
    tendered: row.tendered,
    change: row.change,
    reference: row.reference,
    createdAt: row.created_at,
  };
}
