import type Database from 'better-sqlite3';
import type { Db } from './open.ts';

/**
 * Where SQLite plans by the value of a bare parameter, it compiles the statement anew at every run, fifty times the
 * cost of the look-up: in a LIMIT, and for an order within equal values. An expression keeps the plan.
 */
export const LIMIT = 'LIMIT ? + 0';

const prepared = new WeakMap<Db, Map<string, Database.Statement>>();

/** A statement, compiled once per database. */
export function sql<P extends unknown[] = unknown[], R = unknown>(
  db: Db,
  text: string,
): Database.Statement<P, R> {
  const statements = prepared.get(db) ?? new Map<string, Database.Statement>();
  prepared.set(db, statements);
  const statement = statements.get(text) ?? db.prepare(text);
  statements.set(text, statement);
  return statement as Database.Statement<P, R>;
}

/** Runs a write that must touch exactly one row; anything else is a bug or a damaged file, never a normal case. */
export function changeOne(statement: Database.Statement, ...parameters: unknown[]): void {
  const { changes } = statement.run(...parameters);
  if (changes !== 1) throw new Error(`expected to change one row, changed ${changes}: ${statement.source}`);
}
