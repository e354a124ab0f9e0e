import { Worker } from 'node:worker_threads';
import type { Backup, RestoreReport } from '../../shared/contract/backup.ts';
import { TillError } from '../../shared/errors.ts';
import type { RestoreOrder } from './prepare-restore.ts';
import type { BackupTask } from './task.ts';
import type { TaskAnswer } from './worker.ts';
import type { WriteOrder } from './write-backup.ts';

/** Where the long work with whole databases is done. */
export interface Beside {
  /** The name of the new backup, and all there are, each looked at anew. */
  write(order: WriteOrder): Promise<{ name: string; backups: Backup[] }>;
  /** `till`: whose the backups must be, where that is known. */
  list(folder: string, till: string | undefined): Promise<Backup[]>;
  /** What is wrong with the database; undefined where it can be trusted. `leastEntry`: how far its audit must have come. */
  check(path: string, leastEntry: number): Promise<string | undefined>;
  prepareRestore(order: RestoreOrder): Promise<RestoreReport>;
  /** Cuts short what is under way; what was not finished is cleared away by the next backup. */
  stop(): Promise<void>;
}

/** Does the long work with databases in threads of its own: selling goes on beside it. `program`: worker.ts, as built. */
export function createBeside(program: string): Beside {
  const workers = new Set<Worker>();

  function run(task: BackupTask): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: task });
      workers.add(worker);
      const end = (finish: () => void) => {
        workers.delete(worker);
        finish();
      };
      worker.once('message', (answer: TaskAnswer) =>
        end(() =>
          answer.ok
            ? resolve(answer.value)
            : reject(new TillError(answer.error.code, answer.error.message, answer.error.details)),
        ),
      );
      worker.once('error', error => end(() => reject(error)));
      worker.once('exit', () => end(() => reject(new Error('the work was cut short'))));
    });
  }

  return {
    write: order => run({ do: 'write', ...order }) as Promise<{ name: string; backups: Backup[] }>,
    list: (folder, till) => run({ do: 'list', folder, till }) as Promise<Backup[]>,
    check: (path, leastEntry) => run({ do: 'check', path, leastEntry }) as Promise<string | undefined>,
    prepareRestore: order => run({ do: 'restore', ...order }) as Promise<RestoreReport>,
    async stop() {
      await Promise.all([...workers].map(worker => worker.terminate()));
    },
  };
}
