import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { forgetNewestEntry } from '../store/newest-entry.ts';
import { stampOf } from './backup-name.ts';
import { flushFolder, makeLastingFolder, moveFile } from './durable.ts';

export const DATABASE = 'keytill.db';
export const PREPARING = 'keytill.db.preparing';
/** A copy of damaged data that can be read; it is needed for as long as the restore is prepared. */
export const LEGIBLE = 'keytill.db.legible';
/** A database and what may lie beside it. */
const ENDS = ['', '-wal', '-shm', '-journal'];
const SET_ASIDE = 'set-aside';
/** At the end of the name of data that is in the data in its place, row by row. */
const CARRIED_OVER = '_carried-over';
const KEPT = 3;
const READY = /^keytill\.db\.ready_([\w-]+)$/;

/** Under this name the data that takes the present data's place is whole: from here on the restore is only finished. */
export const readyName = (at: number, gap: boolean): string => `keytill.db.ready_${asideOf(at, gap)}`;

/** Where a restore of this moment puts the present data, within the data folder. `gap`: not all of it was carried over. */
export const setAsideName = (at: number, gap: boolean): string => join(SET_ASIDE, asideOf(at, gap));

const asideOf = (at: number, gap: boolean): string => `${stampOf(at)}${gap ? '' : CARRIED_OVER}`;

/** Deletes what was set aside longest ago of the data that was wholly carried over; the three newest of it stay. */
export function pruneSetAside(folder: string): void {
  const place = join(folder, SET_ASIDE);
  const names = existsSync(place) ? readdirSync(place).filter(name => name.endsWith(CARRIED_OVER)) : [];
  for (const old of names.toSorted().toReversed().slice(KEPT))
    rmSync(join(place, old), { recursive: true, force: true });
}

/**
 * Puts the data that a restore made ready in its place, after the present data was set aside with its log: a new database
 * never meets an old log. Cut short anywhere, it is finished by being called again, as every start does before anything
 * else. What was not made ready is cleared away. Nothing but that is deleted.
 */
export function finishRestore(folder: string, move = moveFile): void {
  for (const left of [PREPARING, LEGIBLE])
    for (const end of ENDS) rmSync(join(folder, left + end), { force: true });
  const ready = readdirSync(folder).find(name => READY.test(name));
  if (!ready) return;
  const aside = join(folder, SET_ASIDE, READY.exec(ready)?.[1] ?? '');
  const present = ENDS.filter(end => existsSync(join(folder, DATABASE + end)));
  if (present.length > 0) for (const place of [join(folder, SET_ASIDE), aside]) makeLastingFolder(place);
  for (const end of present) move(join(folder, DATABASE + end), join(aside, DATABASE + end));
  forgetNewestEntry(folder);
  flushFolder(folder);
  move(join(folder, ready), join(folder, DATABASE));
}
