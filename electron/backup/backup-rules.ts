import type { Backup } from '../../shared/contract/backup.ts';
import { readBackupName } from './backup-name.ts';

/** How many good backups are kept. */
const KEPT = 14;
const DAY_MS = 24 * 60 * 60_000;

/** `newestAt`: when the newest backup was made. One from the future was made by a clock that was wrong. */
export function isBackupDue(newestAt: number | undefined, now: number): boolean {
  return newestAt === undefined || Math.abs(now - newestAt) >= DAY_MS;
}

/**
 * The names of those to delete: everything of the till's own that is older than the good ones that are kept. `spared`
 * stays whatever its age. What a person put there, another till's too, is theirs to delete.
 */
export function toPrune(backups: readonly Backup[], now: number, spared: readonly string[] = []): string[] {
  const own = backups.filter(({ name, problem }) => readBackupName(name) && problem !== 'foreign');
  const newestFirst = own.toSorted((a, b) => ageOf(a, now) - ageOf(b, now));
  let good = 0;
  return newestFirst
    .filter(({ verified }) => {
      const isKept = good < KEPT;
      if (verified) good++;
      return !isKept;
    })
    .map(({ name }) => name)
    .filter(name => !spared.includes(name));
}

/** One that a wrong clock dated into the future is as old as it is far away. */
function ageOf({ at }: Backup, now: number): number {
  return Math.abs(now - Date.parse(at));
}
