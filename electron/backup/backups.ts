import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupStatus } from '../../shared/contract/backup.ts';
import { type ErrorShape, TillError } from '../../shared/errors.ts';
import type { Clock } from '../ports.ts';
import { storageError } from '../store/storage-problem.ts';
import type { BackupWhy } from './backup-name.ts';
import { isBackupDue, toPrune } from './backup-rules.ts';
import type { Beside } from './beside.ts';
import { newestBackupAt } from './list-backups.ts';
import { pruneSetAside } from './swap.ts';

export interface BackupParts {
  /** The data folder. */
  folder: string;
  /** Whose they must be. */
  till: () => string | undefined;
  clock: Clock;
  beside: Beside;
  audit: (action: string, subject: null, details: object, staffId: string | null) => void;
  changed: (status: BackupStatus) => void;
  failed: (error: unknown) => void;
}

/** The first look is not at once: a start is for selling. */
const FIRST_LOOK_MS = 5 * 60_000;
const LOOK_MS = 60 * 60_000;

export const backupFolderOf = (folder: string): string => join(folder, 'backups');

/** The backup of this name, proven anew. Throws `not_found`, `backup_damaged`, `backup_newer`, `backup_foreign`. */
export async function findGood(
  beside: Beside,
  folder: string,
  till: string | undefined,
  name: string,
): Promise<Backup> {
  const found = (await beside.list(backupFolderOf(folder), till)).find(backup => backup.name === name);
  if (!found) throw new TillError('not_found', `There is no backup ${name}.`);
  if (found.problem)
    throw new TillError(`backup_${found.problem}`, `The backup ${name} is ${found.problem}.`);
  return found;
}

/** Makes backups, daily and when asked, and keeps the newest good ones. What fails here is told, and harms nothing else. */
export function createBackups({ folder, till, clock, beside, audit, changed, failed }: BackupParts) {
  const place = backupFolderOf(folder);
  let error: ErrorShape | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let cancelLook: (() => void) | undefined;

  const status = (): BackupStatus => {
    const newest = newestBackupAt(place, till());
    return {
      newestAt: newest === undefined ? null : new Date(newest).toISOString(),
      ...(error ? { error } : {}),
    };
  };

  async function write(why: BackupWhy, staffId: string | undefined, spared: string[]): Promise<Backup> {
    try {
      const { name, backups } = await beside.write({
        database: join(folder, 'keytill.db'),
        folder: place,
        at: clock.now(),
        why,
      });
      const made = backups.find(backup => backup.name === name);
      if (!made?.verified) throw new TillError('backup_failed', 'The backup cannot be read back.');
      for (const old of toPrune(backups, clock.now(), [name, ...spared]))
        rmSync(join(place, old), { force: true });
      pruneSetAside(folder);
      audit('backup.created', null, { name, why, size: made.size }, staffId ?? null);
      error = undefined;
      changed(status());
      return made;
    } catch (cause) {
      error = storageError(cause);
      failed(cause);
      changed(status());
      throw new TillError(error.code, error.message, error.details);
    }
  }

  /** One at a time. */
  function create(why: BackupWhy, staffId?: string, spared: string[] = []): Promise<Backup> {
    const made = writing.then(() => write(why, staffId, spared));
    writing = made.catch(() => undefined);
    return made;
  }

  async function look(): Promise<void> {
    cancelLook = undefined;
    if (isBackupDue(newestBackupAt(place, till()), clock.now())) await create('daily').catch(() => undefined);
    if (isLooking) cancelLook = clock.after(LOOK_MS, () => void look());
  }
  let isLooking = false;

  return {
    status,
    create,
    list: (): Promise<Backup[]> => beside.list(place, till()),
    find: (name: string): Promise<Backup> => findGood(beside, folder, till(), name),
    start(): void {
      isLooking = true;
      cancelLook = clock.after(FIRST_LOOK_MS, () => void look());
    },
    stop(): void {
      isLooking = false;
      cancelLook?.();
    },
  };
}
