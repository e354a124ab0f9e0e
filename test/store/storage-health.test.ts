import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { type Db, openStore } from '../../electron/store/open.ts';
import { createStorageHealth } from '../../electron/store/storage-health.ts';
import { storageProblem } from '../../electron/store/storage-problem.ts';
import type { Storage } from '../../shared/contract/terminal.ts';
import { FakeClock } from '../support/fake-clock.ts';

const failure = (code: string) => Object.assign(new Error('the disk'), { code });

describe('the health of the disk', () => {
  let db: Db;
  let clock: FakeClock;
  let told: Storage['state'][];
  let health: ReturnType<typeof createStorageHealth>;
  beforeEach(() => {
    db = openStore(':memory:');
    clock = new FakeClock();
    told = [];
    const changed = ({ state }: Storage) => void told.push(state);
    health = createStorageHealth({ db, folder: '.', clock, changed });
  });
  afterEach(() => db.close());
  const refuseWrites = (refuse: boolean) => void db.pragma(`query_only = ${refuse ? 'ON' : 'OFF'}`);

  it('is tried again until the disk takes a write, and each change is told once', async () => {
    refuseWrites(true);
    expect(health.heard(failure('SQLITE_READONLY'))).toBe('read_only');
    await clock.pass(10_000);
    expect(told).toEqual(['read_only']);
    expect(health.current()).toEqual({ state: 'read_only', since: '2026-03-29T09:00:00.000Z' });
    refuseWrites(false);
    await clock.pass(1_000);
    expect(told).toEqual(['read_only', 'ok']);
    expect(health.current()).toEqual({ state: 'ok', since: '2026-03-29T09:00:11.000Z' });
  });

  it('is tried at once, before what failed is answered, but never inside another’s transaction', async () => {
    health.heard(failure('SQLITE_IOERR_FSYNC'));
    expect(told).toEqual(['failed', 'ok']);
    db.exec('BEGIN IMMEDIATE');
    health.heard(failure('SQLITE_FULL'));
    expect(told).toEqual(['failed', 'ok', 'full']);
    db.exec('ROLLBACK');
    await clock.pass(0);
    expect(told).toEqual(['failed', 'ok', 'full', 'ok']);
  });

  it('is asked about a call that may be in the log all the same: nobody knows, until a later write takes its place', async () => {
    expect(health.heard(failure('SQLITE_IOERR_FSYNC'), () => 'a sale')).toBe('failed');
    refuseWrites(true);
    expect(health.heard(failure('SQLITE_IOERR_FSYNC'), () => 'a sale')).toBe('unknown');
    expect(health.heard(failure('SQLITE_READONLY'), () => 'a sale')).toBe('unknown');
    expect(health.heard(failure('SQLITE_READONLY'), () => 'another')).toBe('read_only');
    expect(() => health.refuseDoubt()).toThrow('not known yet');
    refuseWrites(false);
    await clock.pass(1_000);
    health.refuseDoubt();
    refuseWrites(true);
    expect(health.heard(failure('SQLITE_READONLY'), () => 'a sale')).toBe('read_only');
  });

  it('does not wait for a file that is known to be held, and waits again when it is let go', async () => {
    const patience = () => db.pragma('busy_timeout', { simple: true });
    refuseWrites(true);
    db.exec('BEGIN');
    health.heard(failure('SQLITE_BUSY'));
    expect(patience()).toBe(0);
    db.exec('ROLLBACK');
    refuseWrites(false);
    await clock.pass(0);
    expect(patience()).toBe(2_000);
  });

  it('is not about errors of another kind, nor about a till that has stopped', async () => {
    expect(health.heard(failure('SQLITE_CONSTRAINT_CHECK'))).toBeUndefined();
    expect(health.heard(new Error('another'))).toBeUndefined();
    expect(health.heard(undefined)).toBeUndefined();
    refuseWrites(true);
    health.heard(failure('SQLITE_FULL'));
    health.stop();
    refuseWrites(false);
    await clock.pass(10_000);
    expect(told).toEqual(['full', 'read_only']);
  });
});

it.each([
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_READONLY_DBMOVED', 'read_only'],
  ['SQLITE_PERM', 'read_only'],
  ['SQLITE_BUSY_SNAPSHOT', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_IOERR_WRITE', 'failed'],
  ['SQLITE_CANTOPEN', 'failed'],
  ['SQLITE_CORRUPT', 'failed'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read_only'],
  ['EIO', 'failed'],
])('%s says of the disk: %s', (code, problem) => {
  expect(storageProblem(failure(code))).toBe(problem);
});

test.each([
  ['mkdir', 'read_only'],
  ['open', 'read_only'],
  ['spawn lp', undefined],
  ['connect', undefined],
])('a right that is missing to %s says of the disk: %s', (syscall, problem) => {
  expect(storageProblem(Object.assign(failure('EACCES'), { syscall }))).toBe(problem);
});
