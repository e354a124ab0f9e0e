import { join } from 'node:path';
import { checkStore, DamagedDatabase } from '../store/check.ts';
import { listBackups } from './list-backups.ts';
import type { RestoreOrder } from './prepare-restore.ts';
import { tillIn } from './prove.ts';
import { type WriteOrder, writeBackup } from './write-backup.ts';

/** The work that reads whole databases. */
export type BackupTask =
  | ({ do: 'write' } & WriteOrder)
  | { do: 'list'; folder: string; till: string | undefined }
  | { do: 'check'; path: string; leastEntry: number }
  | ({ do: 'restore' } & RestoreOrder);

export async function carryOut(task: BackupTask): Promise<unknown> {
  switch (task.do) {
    case 'write': {
      const name = await writeBackup(task);
      return { name, backups: listBackups(task.folder, tillIn(join(task.folder, name))) };
    }
    case 'list':
      return listBackups(task.folder, task.till);
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
