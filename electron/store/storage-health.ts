import { accessSync, constants } from 'node:fs';
import type { Storage, StorageProblem } from '../../shared/contract/terminal.ts';
import { TillError } from '../../shared/errors.ts';
import type { Clock } from '../ports.ts';
import { BUSY_TIMEOUT_MS, type Db } from './open.ts';
import { mayBeInLog, storageProblem } from './storage-problem.ts';

/** What a failed call says of the disk; `unknown`: what it wrote may be found there by the next start. */
export type StorageVerdict = StorageProblem | 'unknown';

/** While the disk takes nothing it is tried again this often, so that selling resumes by itself. */
const TRY_AGAIN_MS = 1_000;

export interface StorageHealthParts {
  db: Db;
  /** The data folder. */
  folder: string;
  clock: Clock;
  changed: (storage: Storage) => void;
}

/** Hears of every write that failed, says what is wrong with the disk, and finds out when it takes writes again. */
export function createStorageHealth({ db, folder, clock, changed }: StorageHealthParts) {
  const version = Number(db.pragma('user_version', { simple: true }));
  let problem: StorageProblem | undefined;
  let since = clock.now();
  let cancel: (() => void) | undefined;
  /** Calls that may be in the log all the same, for as long as no later write has taken their place. */
  const inDoubt = new Set<string>();

  const current = (): Storage => ({ state: problem ?? 'ok', since: new Date(since).toISOString() });

  function become(next: StorageProblem | undefined): void {
    if (next === problem) return;
    problem = next;
    since = clock.now();
    // Each try would stand still for as long as the other program holds the file, and the screen with it.
    db.pragma(`busy_timeout = ${next === 'locked' ? 0 : BUSY_TIMEOUT_MS}`);
    changed(current());
  }

  function classify(error: unknown): StorageProblem | undefined {
    const found = storageProblem(error);
    return found === 'failed' && isReadOnly(folder) ? 'read_only' : found;
  }

  function heard(error: unknown, nameOfCall?: () => string): StorageVerdict | undefined {
    const kind = classify(error);
    if (!kind || !db.open) return kind;
    const call = nameOfCall?.();
    if (call !== undefined && mayBeInLog(error)) inDoubt.add(call);
    become(kind);
    // At once, before anyone hears that nothing was stored: a commit whose fsync failed is in the log all the same, and
    // would be found there by the next start. The next write takes its place; until one has, nobody knows.
    cancel?.();
    if (db.inTransaction) cancel = clock.after(0, tryAgain);
    else tryAgain();
    return call !== undefined && inDoubt.has(call) ? 'unknown' : kind;
  }

  /** A write like any other, with all its waits for the disk, which changes nothing. */
  function tryAgain(): void {
    cancel = undefined;
    if (!db.open) return;
    try {
      db.pragma(`user_version = ${version}`);
      inDoubt.clear();
      become(undefined);
    } catch (error) {
      become(classify(error) ?? 'failed');
      cancel = clock.after(TRY_AGAIN_MS, tryAgain);
    }
  }

  return {
    /** What the error says of the disk, if it is about the disk. `nameOfCall`: of what failed by it, the same each time it is tried. */
    heard,
    current,
    /** Throws `storage_unknown` while something that failed may be found on disk by the next start. */
    refuseDoubt(): void {
      if (inDoubt.size > 0)
        throw new TillError('storage_unknown', 'It is not known yet what the disk has taken.');
    },
    stop(): void {
      cancel?.();
    },
  };
}

/** Such a disk answers a write to a file that is open already as if it were broken. */
function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    return (
      error instanceof Error && 'code' in error && ['EROFS', 'EACCES', 'EPERM'].includes(String(error.code))
    );
  }
}
