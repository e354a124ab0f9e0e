import Database from 'better-sqlite3';
import type { StorageProblem } from '../../shared/contract/terminal.ts';
import { checkStore } from './check.ts';
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

/**
 * Opens `path` (":memory:" for tests) so that a transaction that has returned is on disk: WAL with synchronous=FULL,
 * both read back, because SQLite answers an unsupported pragma with silence. Throws `DamagedDatabase`, `NewerDatabase`, and
 * `UnusableStore` with a sentence a person can act on. `leastEntry`: how far its audit must have come at least; 'checked':
 * `checkStore` has just found nothing wrong with it.
 */
export function openStore(path: string, leastEntry: number | 'checked' = 0): Db {
  try {
    if (leastEntry !== 'checked') checkStore(path, leastEntry);
    return open(path);
  } catch (error) {
    const problem = storageProblem(error);
    if (!problem) throw error;
    throw new UnusableStore(
      `${UNUSABLE[problem]}, then start KeyTill again. Everything sold is stored. (${String(error)})`,
    );
  }
}

function open(path: string): Db {
  const db = new Database(path);
  try {
    db.pragma('foreign_keys = ON');
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    const journal = db.pragma('journal_mode = WAL', { simple: true });
    if (journal !== 'wal' && path !== ':memory:') throw new Error(`journal_mode is ${journal}, not wal`);
    db.pragma('synchronous = FULL');
    const synchronous = db.pragma('synchronous', { simple: true });
    if (synchronous !== 2) throw new Error(`synchronous is ${synchronous}, not FULL`);
    // What a statement sets aside for a moment would be a file of its own, outside the data folder and slow.
    db.pragma('temp_store = MEMORY');
    // A file that may not be written to is opened for reading without a word; only a write is refused.
    db.exec('BEGIN IMMEDIATE; PRAGMA user_version = 0; ROLLBACK');
    foldIn(db);
    migrate(db, MIGRATIONS);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * What a process that died left in the log goes into the file, and the log begins anew. A commit in it whose fsync failed
 * can be read all the same, and no later fsync brings it to the disk: after a power cut everything behind it would be gone.
 * A disk that does not let it happen now is found out by the first sale.
 */
function foldIn(db: Db): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!storageProblem(error)) throw error;
  }
}
