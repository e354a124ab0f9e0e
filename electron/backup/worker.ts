import { parentPort, workerData } from 'node:worker_threads';
import type { ErrorShape } from '../../shared/errors.ts';
import { listBackups } from './list-backups.ts';
import type { RestoreOrder } from './prepare-restore.ts';
import { storageError } from './storage-error.ts';
import { type WriteOrder, writeBackup } from './write-backup.ts';

/** What is done beside the till's own thread, because it reads whole databases. */
export type BackupTask =
  | ({ do: 'write' } & WriteOrder)
  | { do: 'list'; folder: string }
  | ({ do: 'restore' } & RestoreOrder);

export type TaskAnswer = { ok: true; value: unknown } | { ok: false; error: ErrorShape };

async function carryOut(task: BackupTask): Promise<unknown> {
  switch (task.do) {
    case 'write':
      return { name: await writeBackup(task), backups: listBackups(task.folder) };
    case 'list':
      return listBackups(task.folder);
    case 'restore':
      // Knows every part of the till: loaded for this alone.
      return (await import('./prepare-restore.ts')).prepareRestore(task);
  }
}

carryOut(workerData as BackupTask).then(
  value => parentPort?.postMessage({ ok: true, value } satisfies TaskAnswer),
  error => parentPort?.postMessage({ ok: false, error: storageError(error) } satisfies TaskAnswer),
);
