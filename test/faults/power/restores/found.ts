import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { lengthOfAudit, listAudit, verifyAudit } from '../../../../electron/audit/audit.ts';
import { backupFolderOf } from '../../../../electron/backup/backups.ts';
import { listBackups } from '../../../../electron/backup/list-backups.ts';
import { finishRestore } from '../../../../electron/backup/swap.ts';
import { newestEntryOf } from '../../../../electron/store/newest-entry.ts';
import { openStore } from '../../../../electron/store/open.ts';
import type { Files } from '../disk-model.ts';

interface Data {
  entries: number;
  isRestored: boolean;
}

/** What is there when a till is started on the files a power cut has left. */
export interface FoundRestore {
  /** Why the till cannot be started on them. */
  damage?: string;
  data: Data;
  /** What is set aside, each by itself. */
  aside: Data[];
  good: string[];
  bad: string[];
}

/** Lays the files of the folder `from` down in `folder`, and starts on them as a till does. */
export function findRestored(files: Files, from: string, folder: string): FoundRestore {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of files) {
    const place = join(folder, relative(from, path));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
  const backups = listBackups(backupFolderOf(folder), undefined);
  const names = (verified: boolean) =>
    backups.filter(backup => backup.verified === verified).map(({ name }) => name);
  const found = { aside: [], good: names(true), bad: names(false) };
  try {
    finishRestore(folder);
    const data = dataIn(join(folder, 'keytill.db'), newestEntryOf(folder));
    return { ...found, data, aside: setAsideIn(folder) };
  } catch (error) {
    return { ...found, data: { entries: 0, isRestored: false }, damage: String(error) };
  }
}

function dataIn(path: string, leastEntry = 0): Data {
  const db = openStore(path, leastEntry);
  try {
    if (!verifyAudit(db).ok) throw new Error('the audit is broken');
    const isRestored = listAudit(db, 100).some(({ action }) => action === 'backup.restored');
    return { entries: lengthOfAudit(db), isRestored };
  } finally {
    db.close();
  }
}

function setAsideIn(folder: string): Data[] {
  const place = join(folder, 'set-aside');
  if (!existsSync(place)) return [];
  return readdirSync(place).map(name => {
    const copy = join(folder, 'looked-at', name);
    mkdirSync(copy, { recursive: true });
    for (const file of readdirSync(join(place, name)))
      copyFileSync(join(place, name, file), join(copy, file));
    return dataIn(join(copy, 'keytill.db'));
  });
}
