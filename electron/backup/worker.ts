import { parentPort, workerData } from 'node:worker_threads';
import type { ErrorShape } from '../../shared/errors.ts';
import { storageError } from '../store/storage-problem.ts';
import { type BackupTask, carryOut } from './task.ts';

export type TaskAnswer = { ok: true; value: unknown } | { ok: false; error: ErrorShape };

carryOut(workerData as BackupTask).then(
  value => parentPort?.postMessage({ ok: true, value } satisfies TaskAnswer),
  error => parentPort?.postMessage({ ok: false, error: storageError(error) } satisfies TaskAnswer),
);
