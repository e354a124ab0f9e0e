import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit } from '../../../electron/audit/audit.ts';
import { writeBackup } from '../../../electron/backup/write-backup.ts';
import { openStore } from '../../../electron/store/open.ts';
import { openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
let elsewhere: string;
beforeEach(async () => {
  till = await openTestTill();
  elsewhere = mkdtempSync(join(tmpdir(), 'keytill-another-'));
});
afterEach(async () => {
  await till.stop();
  rmSync(elsewhere, { recursive: true, force: true });
});
const { database, status, recover } = restorable(() => till);

/** Puts a good backup of another till, newer than any of this one, among its own; its name. */
function putAnothers(): Promise<string> {
  const path = join(elsewhere, 'keytill.db');
  const db = openStore(path);
  const at = Date.now() + 3_600_000;
  appendAudit(db, {
    at,
    staffId: null,
    action: 'staff.added',
    subject: null,
    details: { name: 'Nobody here' },
  });
  db.close();
  return writeBackup({ database: path, folder: join(till.folder, 'backups'), at, why: 'daily' });
}

describe('a backup of another till', () => {
  it('is shown as such, is not restored, and counts for none of this one’s', async () => {
    const { backup } = await till.call('backup.create', {});
    const anothers = await putAnothers();
    const { backups, newestAt } = await till.call('backup.list', {});
    expect(backups).toMatchObject([
      { name: anothers, verified: false, problem: 'foreign' },
      { name: backup.name, verified: true },
    ]);
    expect(newestAt).toBe(backup.at);
    expect(await till.refusal('backup.restore', { name: anothers })).toMatchObject({
      code: 'backup_foreign',
    });
    expect((await status()).phase).toBe('ready');
  });

  it('opens no recovery screen: whoever this till’s newest good backup knows restores one of its own', async () => {
    const { backup } = await till.call('backup.create', {});
    const anothers = await putAnothers();
    await till.restart(undefined, () => writeFileSync(database(), ''));
    expect(await status()).toMatchObject({
      phase: 'recovery',
      staff: [till.manager],
      backup: { newestAt: backup.at },
    });
    await till.signIn();
    expect(await till.refusal('backup.restore', { name: anothers })).toMatchObject({
      code: 'backup_foreign',
    });
    await recover(backup.name);
    expect((await status()).phase).toBe('ready');
  });
});
