import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations/index.ts';
import { verdictOn } from './soundness.ts';

/** The database cannot be trusted: a person has to decide, the till never starts afresh by itself. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase';
}

/**
 * Looks through a whole file, where there is one: some seconds for one of a gigabyte. Throws `DamagedDatabase` where it
 * cannot be trusted, and what SQLite says of a disk that does not let it look. `leastEntry`: how far its audit must have come.
 */
export function checkStore(path: string, leastEntry: number): void {
  if (!existsSync(path)) return;
  let verdict: unknown;
  try {
    verdict = verdictOnFile(path, leastEntry);
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
function verdictOnFile(path: string, leastEntry: number): unknown {
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
    const verdict = verdictOn(db, 'quick_check');
    if (verdict !== 'ok' || leastEntry === 0 || isNewer(db)) return verdict;
    const newest = Number(db.prepare('SELECT seq FROM audit_head').pluck().get() ?? 0);
    return newest < leastEntry ? `it ends at entry ${newest}, and had come to ${leastEntry}` : 'ok';
  } finally {
    db.close();
  }
}

/** What a newer KeyTill keeps where is not known here: whoever opens the file refuses it by its version. */
const isNewer = (db: Database.Database): boolean =>
  Number(db.pragma('user_version', { simple: true })) > MIGRATIONS.length;
