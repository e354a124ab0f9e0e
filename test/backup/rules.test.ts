import { describe, expect, it, test } from 'vitest';
import { nameBackup, readBackupName } from '../../electron/backup/backup-name.ts';
import { isBackupDue, toPrune } from '../../electron/backup/backup-rules.ts';
import type { Backup } from '../../shared/contract/backup.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-03-29T12:00:00Z');
const digest = '0123456789abcdef0123456789abcdef';

const made = (daysAgo: number, verified = true): Backup => {
  const at = NOON - daysAgo * 24 * HOUR;
  const name = nameBackup({ at, why: 'daily', digest });
  return { name, at: new Date(at).toISOString(), size: 4096, why: 'daily', verified };
};
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const names = (backups: Backup[]) => backups.map(({ name }) => name);

describe('the name of a backup', () => {
  it('says when, why, whose and what, and is read back', () => {
    const name = nameBackup({ at: NOON, why: 'before_restore', till: `cafe0123${digest}`, digest });
    expect(name).toBe(`keytill_2026-03-29T12-00-00-000Z_before_restore_cafe0123_${digest}.db`);
    expect(readBackupName(name)).toEqual({ at: NOON, why: 'before_restore', till: 'cafe0123', digest });
    const older = `keytill_2026-03-29T12-00-00-000Z_before_restore_${digest}.db`;
    expect(readBackupName(older)).toEqual({ at: NOON, why: 'before_restore', digest });
  });

  test.each([
    'keytill.db',
    'from my stick.db',
    `keytill_2026-03-29T12-00-00-000Z_daily_${digest}.db.partial`,
    `keytill_2026-13-29T12-00-00-000Z_daily_${digest}.db`,
    `keytill_2026-03-29T12-00-00-000Z_because_${digest}.db`,
    `../keytill_2026-03-29T12-00-00-000Z_daily_${digest}.db`,
  ])('%s is not one the till gave', name => expect(readBackupName(name)).toBeUndefined());
});

describe('when a backup is due', () => {
  test.each<[string, number | undefined, boolean]>([
    ['there is none', undefined, true],
    ['the newest is a minute old', NOON - 60_000, false],
    ['the newest is just under a day old', NOON - 24 * HOUR + 1, false],
    ['the newest is a day old', NOON - 24 * HOUR, true],
    ['the clock was set back an hour since', NOON + HOUR, false],
    ['a wrong clock dated the newest years ahead', NOON + 9_000 * HOUR, true],
  ])('%s', (_, newestAt, isDue) => expect(isBackupDue(newestAt, NOON)).toBe(isDue));
});

describe('which backups are deleted', () => {
  it('none while there are fourteen good ones', () => {
    expect(
      toPrune(
        range(0, 13).map(days => made(days)),
        NOON,
      ),
    ).toEqual([]);
  });

  it('what is older than the fourteen newest good ones, good or not', () => {
    const all = [...range(0, 13).map(days => made(days)), made(20), made(30, false)];
    expect(toPrune(all, NOON)).toEqual(names([made(20), made(30, false)]));
  });

  it('never a good one in favour of a damaged one', () => {
    const damaged = range(0, 9).map(days => made(days, false));
    const good = range(10, 23).map(days => made(days));
    expect(toPrune([...damaged, ...good], NOON)).toEqual([]);
    expect(toPrune([...damaged, ...good, made(24)], NOON)).toEqual([made(24).name]);
  });

  it('not the one that is about to be restored, however old', () => {
    const all = [...range(0, 13).map(days => made(days)), made(20), made(21)];
    expect(toPrune(all, NOON, [made(21).name])).toEqual([made(20).name]);
  });

  it('not what a person put there', () => {
    const theirs: Backup = { ...made(400), name: 'from my stick.db', why: 'other' };
    expect(toPrune([...range(0, 13).map(days => made(days)), theirs], NOON)).toEqual([]);
  });

  it('not those of another till', () => {
    const theirs: Backup = { ...made(400, false), problem: 'foreign' };
    expect(toPrune([...range(0, 13).map(days => made(days)), theirs], NOON)).toEqual([]);
  });

  it('first those that a wrong clock dated into the future', () => {
    const future = range(300, 313).map(days => made(-days));
    const all = [...future, made(0)];
    expect(toPrune(all, NOON)).toEqual([made(-313).name]);
  });
});
