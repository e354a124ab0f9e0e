import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../ports.ts';
import type { Db } from './open.ts';
import { sql } from './sql.ts';

const FILE = 'newest-entry';
const NOTE_MS = 2_000;

/** The number of the newest audit entry that was ever noted for this folder; 0 where none was. */
export function newestEntryOf(folder: string): number {
  try {
    return Number(readFileSync(join(folder, FILE), 'utf8')) || 0;
  } catch {
    return 0;
  }
}

/** Data that is put in this place has a history of its own. */
export function forgetNewestEntry(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}

/**
 * Notes beside the database, every two seconds, how far its audit has come. A log that was lost or is broken takes
 * SQLite back to an earlier state without a word; the next start sees by this note that it did. An entry is on disk
 * before it is noted, so the note is never ahead of data that is whole. Returns the function that stops.
 */
export function keepNewestEntry(db: Db, folder: string, clock: Clock): () => void {
  let noted: number | undefined;
  let cancel = clock.after(NOTE_MS, note);

  function note(): void {
    cancel = clock.after(NOTE_MS, note);
    write();
  }

  function write(): void {
    try {
      const newest = sql<[], number>(db, 'SELECT seq FROM audit_head').pluck().get() ?? 0;
      if (newest === noted) return;
      const path = join(folder, FILE);
      writeFileSync(`${path}.new`, String(newest));
      renameSync(`${path}.new`, path);
      noted = newest;
    } catch {
      // A disk that takes nothing is told of by whoever has something to store.
    }
  }

  return () => {
    cancel();
    write();
  };
}
