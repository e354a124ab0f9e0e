import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { appendAudit, tillOf } from '../../electron/audit/audit.ts';
import { createBackups } from '../../electron/backup/backups.ts';
import type { Beside } from '../../electron/backup/beside.ts';
import { createBeside } from '../../electron/backup/beside.ts';
import { listBackups, newestBackupAt } from '../../electron/backup/list-backups.ts';
import { problemIn } from '../../electron/backup/prove.ts';
import { writeBackup } from '../../electron/backup/write-backup.ts';
import { MIGRATIONS } from '../../electron/store/migrations/index.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import type { BackupStatus } from '../../shared/contract/backup.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { BACKUP_PROGRAM } from '../support/test-till.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-03-29T12:00:00Z');

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-backup-'));
  db = openStore(join(folder, 'keytill.db'));
  note('begin');
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const place = () => join(folder, 'backups');
const files = () => readdirSync(place());
const note = (action: string) =>
  appendAudit(db, { at: NOON, staffId: null, action, subject: null, details: {} });
const write = (at = NOON) =>
  writeBackup({ database: join(folder, 'keytill.db'), folder: place(), at, why: 'daily' });

describe('a backup', () => {
  it('holds everything that was committed, in one file, for this user alone', async () => {
    const name = await write();
    expect(files()).toEqual([name]);
    const copy = new Database(join(place(), name), { readonly: true });
    expect(copy.prepare('SELECT action FROM audit').pluck().all()).toEqual(['begin']);
    copy.close();
    expect(files()).toEqual([name]);
    if (process.platform !== 'win32') {
      expect(statSync(join(place(), name)).mode & 0o777).toBe(0o600);
      expect(statSync(place()).mode & 0o777).toBe(0o700);
    }
    expect(listBackups(place(), undefined)).toMatchObject([
      { name, verified: true, why: 'daily', at: '2026-03-29T12:00:00.000Z' },
    ]);
  });

  it('is one moment of the data, however much is written meanwhile', async () => {
    const writing = write();
    for (let i = 0; i < 50; i++) note('later');
    const copy = new Database(join(place(), await writing), { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
  });

  it('that does not prove to be whole is not kept', async () => {
    db.exec('DROP TRIGGER audit_is_never_changed');
    db.exec(`UPDATE audit SET action = 'something else' WHERE seq = 1`);
    await expect(write()).rejects.toMatchObject({ code: 'backup_failed' });
    expect(files()).toEqual([]);
  });

  it('clears away what a killed process left half written', async () => {
    mkdirSync(place());
    writeFileSync(join(place(), '2026-03-28T12-00-00-000Z.partial'), 'half');
    writeFileSync(join(place(), '2026-03-28T12-00-00-000Z.partial-journal'), 'half');
    const name = await write();
    expect(files()).toEqual([name]);
  });

  it('from a newer KeyTill, and one that is no database, are told apart', async () => {
    const newer = join(folder, 'newer.db');
    const other = new Database(newer);
    other.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    other.close();
    writeFileSync(join(folder, 'text.db'), 'this is no database'.repeat(500));
    writeFileSync(join(folder, 'empty.db'), '');
    expect(problemIn(newer)).toBe('newer');
    expect(problemIn(join(folder, 'text.db'))).toBe('damaged');
    expect(problemIn(join(folder, 'empty.db'))).toBe('damaged');
  });
});

describe('backups of a till that works', () => {
  let clock: FakeClock;
  let said: BackupStatus[];
  let begun: number;
  let by: (string | null)[];
  const running = (beside: Partial<Beside> = {}) => {
    said = [];
    begun = 0;
    clock = new FakeClock();
    // Copied as the till does it, without the thread, so that the test's clock alone says when.
    const inTurn: Beside = {
      write: async order => {
        begun++;
        return { name: await writeBackup(order), backups: listBackups(order.folder, undefined) };
      },
      list: async (where, till) => listBackups(where, till),
      check: () => Promise.reject(new Error('not here')),
      prepareRestore: () => Promise.reject(new Error('not here')),
      stop: async () => {},
      ...beside,
    };
    by = [];
    const audit = (action: string, _: null, __: object, staffId: string | null) => {
      by.push(staffId);
      note(action);
    };
    const backups = createBackups({
      folder,
      till: () => tillOf(db),
      clock,
      beside: inTurn,
      audit,
      changed: status => said.push(status),
      failed: () => {},
    });
    return backups;
  };

  it('are made a while after the start, then daily', async () => {
    const backups = running();
    backups.start();
    await clock.pass(4 * 60_000);
    expect(newestBackupAt(place(), tillOf(db))).toBeUndefined();
    for (let hour = 0; hour < 49; hour++) {
      await clock.pass(HOUR);
      await vi.waitFor(() => expect(said.length).toBe(begun));
      await clock.pass(0);
    }
    expect(files()).toHaveLength(3);
    backups.stop();
    await clock.pass(48 * HOUR);
    expect(files()).toHaveLength(3);
  });

  it('are kept fourteen, and an old one goes only when a new one is proven', async () => {
    const backups = running();
    for (let day = 0; day < 15; day++) {
      await backups.create('daily');
      await clock.pass(24 * HOUR);
    }
    const [oldest = ''] = files().sort();
    expect(files()).toHaveLength(14);
    const failing = running({ write: () => Promise.reject(new Error('the disk is full')) });
    await expect(failing.create('daily')).rejects.toMatchObject({ code: 'storage_failed' });
    expect(files()).toHaveLength(14);
    expect(files()).toContain(oldest);
  });

  it('do not push out the old one that is about to be restored, when the way back from it is made', async () => {
    const backups = running();
    for (let day = 0; day < 14; day++) {
      await backups.create('daily');
      await clock.pass(24 * HOUR);
    }
    const [oldest = '', second = ''] = files().sort();
    await backups.create('before_restore', 's1', [oldest]);
    expect(files()).toContain(oldest);
    await backups.create('daily');
    expect(files()).not.toContain(oldest);
    expect(files()).not.toContain(second);
    expect(files()).toHaveLength(14);
  });

  it('that fail are told until one succeeds, and the next is tried within the hour', async () => {
    let isFull = true;
    const backups = running({
      write: async order => {
        if (isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        return { name: await writeBackup(order), backups: listBackups(order.folder, undefined) };
      },
    });
    backups.start();
    await clock.pass(6 * 60_000);
    expect(backups.status()).toMatchObject({ newestAt: null, error: { code: 'storage_full' } });
    isFull = false;
    await clock.pass(HOUR);
    await expect.poll(() => said.at(-1)?.newestAt).toEqual(expect.any(String));
    expect(backups.status().error).toBeUndefined();
    backups.stop();
  });

  it('asked for at the same time come one after the other', async () => {
    const backups = running();
    const [one, two] = await Promise.all([backups.create('on_demand'), backups.create('on_demand')]);
    expect([one.verified, two.verified]).toEqual([true, true]);
  });

  it('are recorded as whose doing they were', async () => {
    const backups = running();
    await backups.create('on_demand', 's1');
    await backups.create('daily');
    expect(by).toEqual(['s1', null]);
  });

  test('a till goes on selling while its data is copied in a thread of its own', async () => {
    const filler = db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)');
    db.transaction(() => {
      for (let i = 0; i < 4_000; i++) filler.run(`note ${i}`, JSON.stringify('x'.repeat(10_000)));
    })();
    const beside = createBeside(BACKUP_PROGRAM);
    const made = beside.write({
      database: join(folder, 'keytill.db'),
      folder: place(),
      at: NOON,
      why: 'on_demand',
    });
    let isDone = false;
    void made.finally(() => {
      isDone = true;
    });
    const waits: number[] = [];
    while (!isDone) {
      const from = performance.now();
      note('sale.charged');
      waits.push(performance.now() - from);
      await new Promise(resolve => setTimeout(resolve, 1));
    }
    const { name, backups } = await made;
    await beside.stop();
    expect(backups).toMatchObject([{ name, verified: true }]);
    waits.sort((a, b) => a - b);
    expect(waits.length).toBeGreaterThan(20);
    expect(waits[Math.floor(waits.length * 0.95)]).toBeLessThan(100);
  });
});
