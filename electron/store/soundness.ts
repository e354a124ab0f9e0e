import type Database from 'better-sqlite3';

/**
 * What SQLite finds wrong with a file, or "ok". `how`: with every value of every row, or quickly. The schema's own table is
 * asked about by itself besides: with a view first among the tables SQLite 3.54 takes the check of all of them for a check
 * of one, and leaves out the pages that are free.
 */
export function verdictOn(db: Database.Database, how: 'quick_check' | 'integrity_check'): string {
  const verdict = String(db.pragma(`${how}(1)`, { simple: true }));
  return verdict === 'ok' ? String(db.pragma(`${how}(sqlite_schema)`, { simple: true })) : verdict;
}
