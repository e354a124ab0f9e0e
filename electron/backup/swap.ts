import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { forgetNewestEntry } from '../store/newest-entry.ts';
import { stampOf } from './backup-name.ts';
import { flushFolder, moveFile } from './durable.ts';

export const DATABASE = 'keytill.db';
export const PREPARING = 'keytill.db.preparing';
/** A copy of damaged data that can be read; it is needed for as long as the restore is prepared. */
export const LEGIBLE = 'keytill.db.legible';
/** A database and what may lie beside it. */
const ENDS = ['', '-wal', '-shm', '-journal'];
const READY = /^keytill\.db\.ready_([\w-]+)$/;

/** Under this name the data that takes the present data's place is whole: from here on the restore is only finished. */
export const readyName = (at: number): string => `keytill.db.ready_${stampOf(at)}`;

/** Where a restore of this moment puts the present data, within the data folder. */
export const setAsideName = (at: number): string => join('set-aside', stampOf(at));

/**
 * Puts the data that a restore made ready in its place, after the present data was set aside with its log: a new database
 * never meets an old log. Cut short anywhere, it is finished by being called again, as every start does before anything
 * else. What was not made ready is cleared away. Nothing but that is ever deleted.
 */
export function finishRestore(folder: string, move = moveFile): void {
  for (const left of [PREPARING, LEGIBLE])
    for (const end of ENDS) rmSync(join(folder, left + end), { force: true });
  const ready = readdirSync(folder).find(name => READY.test(name));
  if (!ready) return;
  const aside = join(folder, 'set-aside', READY.exec(ready)?.[1] ?? '');
  for (const end of ENDS) {
    const present = join(folder, DATABASE + end);
    if (!existsSync(present)) continue;
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    move(present, join(aside, DATABASE + end));
  }
  forgetNewestEntry(folder);
  flushFolder(folder);
  move(join(folder, ready), join(folder, DATABASE));
}
