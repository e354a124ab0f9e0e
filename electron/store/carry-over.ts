import Database from 'better-sqlite3';
import type { Db } from './open.ts';
import { eachReadable, type Row, unlessDamaged } from './readable-rows.ts';

interface CarriedTable {
  name: 'staff' | 'sales' | 'orders' | 'keys' | 'refunds' | 'prints';
  key: 'id' | 'order_id';
  /** What says how this one file keeps the row, and nothing about it. */
  own?: 'listed';
  /** What is set once and never taken back: it is so wherever one of two versions says so. */
  ends?: 'removed_at';
  /** What tells the later of two versions of a row; without one the row never changes, or nothing tells. */
  changedAt?: 'updated_at' | 'stored_at';
}

/** Each after those it refers to. */
const TABLES: readonly CarriedTable[] = [
  { name: 'staff', key: 'id', ends: 'removed_at' },
  { name: 'sales', key: 'id' },
  { name: 'orders', key: 'id', changedAt: 'updated_at', own: 'listed' },
  { name: 'keys', key: 'order_id', changedAt: 'stored_at' },
  { name: 'refunds', key: 'order_id' },
  { name: 'prints', key: 'id', changedAt: 'updated_at' },
];

export interface CarriedOver {
  /** Rows that were added or brought up to date. */
  carried: Record<CarriedTable['name'], number>;
  /** Rows that could be read and did not fit, as "table id". */
  skipped: string[];
  /** Whether every row could be read. */
  isWhole: boolean;
}

/**
 * Brings `into` up to what `from` holds of people, sales and what became of them, row by row, as far as `from` can be
 * read: rows that are missing, and later versions of rows that are there. `isSequel`: everything in `from` is known to be
 * later. Must run inside a transaction; a row that breaks a rule of the database is left out, and nothing else with it.
 */
export function carryOver(from: Db, into: Db, isSequel: boolean): CarriedOver {
  const result: CarriedOver = {
    carried: { staff: 0, sales: 0, orders: 0, keys: 0, refunds: 0, prints: 0 },
    skipped: [],
    isWhole: true,
  };
  for (const table of TABLES) {
    const carry = carrier(from, into, table, isSequel);
    const known = Number(into.prepare(`SELECT max(rowid) FROM ${table.name}`).pluck().get() ?? 0);
    const isWhole =
      carry !== undefined &&
      eachReadable(from, table.name, known, row => {
        const done = unlessRefused(() => carry(row));
        if (done === undefined) result.skipped.push(`${table.name} ${String(row[table.key])}`);
        else if (done) result.carried[table.name]++;
      });
    result.isWhole &&= isWhole;
  }
  carryNumbers(from, into);
  return result;
}

/** Sale numbers that were left out may be on paper: they stay left out. */
function carryNumbers(from: Db, into: Db): void {
  const read = () => from.prepare<[], number>('SELECT least FROM sale_numbers').pluck().get();
  const least = unlessDamaged(read);
  if (least === undefined) return;
  into
    .prepare(
      `INSERT INTO sale_numbers (one, least) VALUES (1, ?)
         ON CONFLICT (one) DO UPDATE SET least = max(least, excluded.least)`,
    )
    .run(least);
}

/** Returns whether the row changed anything. `undefined` where not even the table can be found. */
function carrier(
  from: Db,
  into: Db,
  { name, key, changedAt, own, ends }: CarriedTable,
  isSequel: boolean,
): ((row: Row) => boolean) | undefined {
  const there = unlessDamaged(() => columnsOf(from, name)) ?? [];
  const columns = columnsOf(into, name).filter(column => there.includes(column) && column !== own);
  if (!columns.includes(key)) return undefined;
  const find = into.prepare<[unknown], Row>(`SELECT * FROM ${name} WHERE ${key} = ?`);
  const insert = into.prepare(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const update = into.prepare(
    `UPDATE ${name} SET ${columns.map(column => `${column} = ?`).join(', ')} WHERE ${key} = ?`,
  );
  const end = ends && into.prepare(`UPDATE ${name} SET ${ends} = ? WHERE ${key} = ?`);
  return row => {
    const values = columns.map(column => row[column]);
    const present = find.get(row[key]);
    if (!present) return insert.run(...values).changes === 1;
    const isLater =
      isSequel || (changedAt !== undefined && Number(row[changedAt]) > Number(present[changedAt]));
    if (!isLater && end && row[ends] !== null && present[ends] === null)
      return end.run(row[ends], row[key]).changes === 1;
    if (!isLater || columns.every(column => isSame(row[column], present[column]))) return false;
    return update.run(...values, row[key]).changes === 1;
  };
}

function columnsOf(db: Db, table: string): string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

function isSame(a: unknown, b: unknown): boolean {
  return Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b;
}

/** `undefined` where the row breaks a rule of the database; a disk that fails is another matter. */
function unlessRefused(write: () => boolean): boolean | undefined {
  try {
    return write();
  } catch (error) {
    const isRule =
      error instanceof Database.SqliteError && /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(error.code);
    if (isRule || error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
