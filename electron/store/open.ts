import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

export type Db = Database.Database;

/** The database cannot be trusted: a person has to decide, the till never starts afresh by itself. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase';
}

/**
 * Opens `path` (":memory:" for tests) so that a transaction that has returned is on disk: WAL with synchronous=FULL,
 * both read back, because SQLite answers an unsupported pragma with silence.
 */
export function openStore(path: string): Db {
  if (existsSync(path)) check(path);
  const db = new Database(path);
  try {
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 2000');
    const journal = db.pragma('journal_mode = WAL', { simple: true });
    if (journal !== 'wal' && path !== ':memory:') throw new Error(`journal_mode is ${journal}, not wal`);
    db.pragma('synchronous = FULL');
    const synchronous = db.pragma('synchronous', { simple: true });
    if (synchronous !== 2) throw new Error(`synchronous is ${synchronous}, not FULL`);
    migrate(db, MIGRATIONS);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Read only: closing a file that was opened for writing folds the log into it, and so changes a damaged one. */
function check(path: string): void {
  const db = new Database(path, { readonly: true });
  let verdict: unknown;
  try {
    verdict = db.pragma('quick_check(1)', { simple: true });
  } catch (error) {
    const isDamage = error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
    throw isDamage ? new DamagedDatabase(`The database cannot be read: ${String(error)}`) : error;
  } finally {
    db.close();
  }
  if (verdict !== 'ok') throw new DamagedDatabase(`The database is damaged: ${String(verdict)}`);
}
