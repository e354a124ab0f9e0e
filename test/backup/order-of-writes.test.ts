import fs, { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { appendAudit } from '../../electron/audit/audit.ts';
import { prepareRestore } from '../../electron/backup/prepare-restore.ts';
import { finishRestore } from '../../electron/backup/swap.ts';
import { writeBackup } from '../../electron/backup/write-backup.ts';
import { openStore } from '../../electron/store/open.ts';

const NOON = Date.parse('2026-03-29T12:00:00Z');

/** What Node was told to do, by the names of files and folders. What SQLite does by itself is not in it. */
const done: string[] = [];
const opened = new Map<number, string>();

beforeAll(() => {
  const { openSync, fsyncSync, renameSync } = fs;
  vi.spyOn(fs, 'openSync').mockImplementation((path, ...how) => {
    const file = openSync(path, ...how);
    opened.set(file, String(path));
    return file;
  });
  vi.spyOn(fs, 'fsyncSync').mockImplementation(file => {
    fsyncSync(file);
    done.push(`fsync ${basename(opened.get(file) ?? '')}`);
  });
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    renameSync(from, to);
    done.push(`rename ${basename(String(from))}`);
  });
  syncBuiltinESMExports();
});
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'keytill-order-')));
  const db = openStore(join(folder, 'keytill.db'));
  appendAudit(db, { at: NOON, staffId: null, action: 'begin', subject: null, details: {} });
  db.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const backups = () => join(folder, 'backups');
const backUp = () =>
  writeBackup({ database: join(folder, 'keytill.db'), folder: backups(), at: NOON, why: 'daily' });
const restore = (name: string) =>
  prepareRestore({ folder, backups: backups(), name, madeAt: '', at: NOON, staffId: null });

/** Since the last look. */
function doneSince(): string[] {
  return done.splice(0);
}

describe.skipIf(process.platform === 'win32')('what must be on disk before a file gets its name', () => {
  // SQLite's own fsync leaves it in the drive's cache on macOS, where no power cut can be tried.
  it('is a backup: its folder and all of it, then its name', async () => {
    doneSince();
    await backUp();
    expect(doneSince()).toEqual([
      `fsync ${basename(folder)}`,
      'fsync 2026-03-29T12-00-00-000Z.partial',
      'rename 2026-03-29T12-00-00-000Z.partial',
      'fsync backups',
    ]);
  });

  it('is the data that a restore prepares: all of it, then the name under which it is whole', async () => {
    const name = await backUp();
    doneSince();
    restore(name);
    expect(doneSince()).toEqual([
      'fsync keytill.db.preparing',
      'rename keytill.db.preparing',
      `fsync ${basename(folder)}`,
    ]);
  });

  it('is the place of the data that was there before: that it has gone from its old one, then the new data in it', async () => {
    restore(await backUp());
    const ready = readdirSync(folder).find(name => name.startsWith('keytill.db.ready_'));
    doneSince();
    finishRestore(folder);
    const all = doneSince();
    const moves = all.filter(what => what.startsWith('rename'));
    expect([moves.at(0), moves.at(-1)]).toEqual(['rename keytill.db', `rename ${ready}`]);
    const place = `fsync ${basename(folder)}`;
    expect(all.slice(-3)).toEqual([place, `rename ${ready}`, place]);
  });
});
