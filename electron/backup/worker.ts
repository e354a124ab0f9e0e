import { parentPort, workerData } from 'node:worker_threads';
import type { ErrorShape } from '../../shared/errors.ts';
import { checkStore, DamagedDatabase } from '../store/check.ts';
import { listBackups } from './list-backups.ts';
import type { RestoreOrder } from './prepare-restore.ts';
import { storageError } from './storage-error.ts';
import { type WriteOrder, writeBackup } from './write-backup.ts';

/** What is done beside the till's own thread, because it reads whole databases. */
export type BackupTask =
  | ({ do: 'write' } & WriteOrder)
  | { do: 'list'; folder: string }
  | { do: 'check'; path: string; leastEntry: number }
  | ({ do: 'restore' } & RestoreOrder);

export type TaskAnswer = { ok: true; value: unknown } | { ok: false; error: ErrorShape };

async function carryOut(task: BackupTask): Promise<unknown> {
  switch (task.do) {
    case 'write':
      return { name: await writeBackup(task), backups: listBackups(task.folder) };
    case 'list':
      return listBackups(task.folder);
    case 'check':
      return damageOf(task.path, task.leastEntry);
    case 'restore':
      // Knows every part of the till: loaded for this alone.
      return (await import('./prepare-restore.ts')).prepareRestore(task);
  }
}

/** Undefined where the database can be trusted. */
function damageOf(path: string, leastEntry: number): string | undefined {
  try {
    checkStore(path, leastEntry);
    return undefined;
  } catch (error) {
    if (error instanceof DamagedDatabase) return error.message;
    throw error;
  }
}

carryOut(workerData as BackupTask).then(
  value => parentPort?.postMessage({ ok: true, value } satisfies TaskAnswer),
  error => parentPort?.postMessage({ ok: false, error: storageError(error) } satisfies TaskAnswer),
);
