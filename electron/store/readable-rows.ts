import Database from 'better-sqlite3';
import type { Db } from './open.ts';

export type Row = Record<string, unknown>;

/** Rows are read so many at a time; where that fails, about a page of them at a time. */
const PIECE = 1_000;
const PAGE = 16;
/** How far past the rows that are known the last one may be, where the file cannot say. */
const REACH = 10_000;

/**
 * Hands over every row of a table that can still be read, in the order in which they were written, going around what
 * cannot. `known`: the highest rowid there is anyway. Returns whether every row could be read.
 */
export function eachReadable(db: Db, table: string, known: number, take: (row: Row) => void): boolean {
  const between = db.prepare<[number, number], Row>(
    `SELECT * FROM ${table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
  );
  const read = (low: number, high: number) => unlessDamaged(() => between.all(low, high));
  const top = unlessDamaged(() => Number(db.prepare(`SELECT max(rowid) FROM ${table}`).pluck().get() ?? 0));
  const last = top ?? known + REACH;
  let isWhole = top !== undefined;
  for (let low = 1; low <= last; low += PIECE) {
    const high = Math.min(last, low + PIECE - 1);
    const rows = read(low, high);
    isWhole &&= rows !== undefined;
    for (const row of rows ?? readAround(read, low, high)) take(row);
  }
  return isWhole;
}

/** Row by row only beside what can be read: a lost page ends somewhere among those, and the middle of it is lost. */
function readAround(read: (low: number, high: number) => Row[] | undefined, from: number, to: number): Row[] {
  const starts: number[] = [];
  for (let low = from; low <= to; low += PAGE) starts.push(low);
  const pages = starts.map(low => read(low, Math.min(to, low + PAGE - 1)));
  const isEdge = (index: number) =>
    index === 0 ||
    index === pages.length - 1 ||
    pages[index - 1] !== undefined ||
    pages[index + 1] !== undefined;
  return starts.flatMap((low, index) => {
    const rows = pages[index];
    if (rows || !isEdge(index)) return rows ?? [];
    const each = Array.from({ length: Math.min(PAGE, to - low + 1) }, (_, row) => read(low + row, low + row));
    return each.flatMap(row => row ?? []);
  });
}

/** Whether what the file holds can be seen at all. */
export function holdsTables(db: Db): boolean {
  const count = () => Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  return (unlessDamaged(count) ?? 0) > 0;
}

/** `undefined` where the file is damaged there. */
export function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|ERROR|IOERR)/.test(error.code))
      return undefined;
    throw error;
  }
}
