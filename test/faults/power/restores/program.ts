/** A till's data that is backed up, or restored, on real files; the shim below writes down what is done to them. */
import { openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { appendAudit, lengthOfAudit } from '../../../../electron/audit/audit.ts';
import { backupFolderOf } from '../../../../electron/backup/backups.ts';
import { prepareRestore } from '../../../../electron/backup/prepare-restore.ts';
import { finishRestore } from '../../../../electron/backup/swap.ts';
import { writeBackup } from '../../../../electron/backup/write-backup.ts';
import { keepNewestEntry, newestEntryOf } from '../../../../electron/store/newest-entry.ts';
import { type Db, openStore } from '../../../../electron/store/open.ts';
import { MARKS, TILL } from '../plot.ts';
import type { RestoreMark, Step } from './story.ts';

const NOON = Date.parse('2026-03-29T12:00:00Z');
const [, , root = '', step] = process.argv;
const folder = join(root, TILL);
const database = join(folder, 'keytill.db');
const backups = backupFolderOf(folder);
const marks = openSync(join(root, MARKS), 'a');
const mark = (made: RestoreMark): void => void writeSync(marks, `${JSON.stringify(made)}\n`);
const clock = { now: () => NOON, monotonic: () => 0, after: () => () => {} };

function note(db: Db): void {
  appendAudit(db, { at: NOON, staffId: null, action: 'noted', subject: null, details: {} });
  mark({ is: 'noted', entries: lengthOfAudit(db) });
}

const steps = {
  async work() {
    // What a start writes is in the file, and what is noted from then on in the log: neither is whole without the other.
    openStore(database).close();
    const db = openStore(database);
    for (let entry = 0; entry < 3; entry++) note(db);
    mark({ is: 'backing_up' });
    mark({ is: 'backed_up', name: await writeBackup({ database, folder: backups, at: NOON, why: 'daily' }) });
    for (let entry = 0; entry < 3; entry++) note(db);
    keepNewestEntry(db, folder, clock)();
    process.kill(process.pid, 'SIGKILL');
  },
  async restore() {
    finishRestore(folder);
    const [name = ''] = readdirSync(backups);
    prepareRestore({ folder, backups, name, madeAt: new Date(NOON).toISOString(), at: NOON, staffId: null });
    finishRestore(folder);
    mark({ is: 'restored' });
    const db = openStore(database, newestEntryOf(folder));
    note(db);
    db.close();
  },
} satisfies Record<Step, () => Promise<void>>;

await steps[step as Step]();
