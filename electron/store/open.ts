import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { StorageProblem } from '../../shared/contract/terminal.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { storageProblem } from './storage-problem.ts';

export type Db = Database.Database;

/** The disk does not let the till work with its database. */
export class UnusableStore extends Error {
  override readonly name = 'UnusableStore';
}

const UNUSABLE: Readonly<Record<StorageProblem, string>> = {
  full: 'The disk is full. Free some space on this computer',
  read_only: 'The database may not be written to. Make the data folder and the files in it writable',
  failed: 'The disk fails. Have it checked',
  locked: 'Another program holds the database. Close backup or antivirus programs that work on it',
};

/** How long a write waits for another program that holds the file. */
export const BUSY_TIMEOUT_MS = 2_000;

/** The database cannot be trusted: a person has to decide, the till never starts afresh by itself. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase';
}

/**
 * Opens `path` (":memory:" for tests) so that a transaction that has returned is on disk: WAL with synchronous=FULL,
 * both read back, because SQLite answers an unsupported pragma with silence. Throws `DamagedDatabase`, `NewerDatabase`, and
 * `UnusableStore` with a sentence a person can act on. `leastEntry`: how far its audit must have come at least.
 */
export function openStore(path: string, leastEntry = 0): Db {
  try {
    return open(path, leastEntry);
  } catch (error) {
    const problem = storageProblem(error);
    if (!problem) throw error;
    throw new UnusableStore(
      `${UNUSABLE[problem]}, then start KeyTill again. Everything sold is stored. (${String(error)})`,
    );
  }
}

function open(path: string, leastEntry: number): Db {
  if (existsSync(path)) check(path, leastEntry);
  const db = new Database(path);
  try {
    db.pragma('foreign_keys = ON');
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    const journal = db.pragma('journal_mode = WAL', { simple: true });
    if (journal !== 'wal' && path !== ':memory:') throw new Error(`journal_mode is ${journal}, not wal`);
    db.pragma('synchronous = FULL');
    const synchronous = db.pragma('synchronous', { simple: true });
    if (synchronous !== 2) throw new Error(`synchronous is ${synchronous}, not FULL`);
    // A file that may not be written to is opened for reading without a word; only a write is refused.
    db.exec('BEGIN IMMEDIATE; PRAGMA user_version = 0; ROLLBACK');
    migrate(db, MIGRATIONS);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function check(path: string, leastEntry: number): void {
  let verdict: unknown;
  try {
    verdict = verdictOn(path, leastEntry);
  } catch (error) {
    const isDamage = error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
    throw isDamage ? new DamagedDatabase(`The database cannot be read: ${String(error)}`) : error;
  }
  if (verdict !== 'ok') throw new DamagedDatabase(`The database is damaged: ${String(verdict)}`);
}

/**
 * Read only: closing a file that was opened for writing folds the log into it, and so changes a damaged one. Only a very
 * first start that was cut off before it had a log leaves a journal, which must be rolled back before anything is read.
 */
function verdictOn(path: string, leastEntry: number): unknown {
  try {
    return quickCheck(path, leastEntry, true);
  } catch (error) {
    const isCutOff = error instanceof Database.SqliteError && error.code === 'SQLITE_READONLY_ROLLBACK';
    if (!isCutOff) throw error;
    return quickCheck(path, leastEntry, false);
  }
}

function quickCheck(path: string, leastEntry: number, readonly: boolean): unknown {
  const db = new Database(path, { readonly });
  try {
    const verdict = db.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok' || leastEntry === 0) return verdict;
    const newest = Number(db.prepare('SELECT seq FROM audit_head').pluck().get() ?? 0);
    return newest < leastEntry ? `it ends at entry ${newest}, and had come to ${leastEntry}` : 'ok';
  } finally {
    db.close();
  }
}
