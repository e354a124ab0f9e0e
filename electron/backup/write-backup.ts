import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { TillError } from '../../shared/errors.ts';
import { type BackupWhy, nameBackup, stampOf } from './backup-name.ts';
import { flushFile, makeLastingFolder, moveFile } from './durable.ts';
import { digestOf, problemIn, tillIn } from './prove.ts';

export interface WriteOrder {
  /** The database that is in use. */
  database: string;
  /** The folder of backups. */
  folder: string;
  at: number;
  why: BackupWhy;
}

const UNFINISHED = '.partial';
const ALL_PAGES = 0x7fffffff;

/**
 * Copies the database while others write to it, proves the copy whole, and only then gives it a backup's name; returns
 * that name. One read transaction: writers go on beside it, and nothing they write makes it start over.
 */
export async function writeBackup({ database, folder, at, why }: WriteOrder): Promise<string> {
  makeLastingFolder(folder);
  for (const left of readdirSync(folder).filter(name => name.includes(UNFINISHED)))
    rmSync(join(folder, left), { force: true });
  const partial = join(folder, `${stampOf(at)}${UNFINISHED}`);
  try {
    writeFileSync(partial, '', { mode: 0o600 });
    const source = new Database(database, { readonly: true, fileMustExist: true });
    try {
      await source.backup(partial, { progress: () => ALL_PAGES });
    } finally {
      source.close();
    }
    makeOneFile(partial);
    flushFile(partial);
    if (problemIn(partial)) {
      throw new TillError(
        'backup_failed',
        'The copy did not prove to be whole: the database may be damaged.',
      );
    }
    const name = nameBackup({ at, why, till: tillIn(partial), digest: digestOf(partial) });
    moveFile(partial, join(folder, name));
    return name;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Everything in the one file, nothing in a log beside it: it may be copied anywhere. */
export function makeOneFile(path: string): void {
  const db = new Database(path);
  try {
    const mode = db.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') throw new Error(`journal_mode is ${mode}, not delete`);
  } finally {
    db.close();
  }
}
