import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { claimDataFolder, DataFolderInUse, UnusableDataFolder } from '../../../electron/data-folder.ts';
import { isOnlyTill } from '../../../electron/hosts/desktop/only-till.ts';

let folder: string;
let profile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-only-'));
  profile = join(folder, 'desktop');
  mkdirSync(profile);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => join(profile, 'SingletonLock');
const isLocked = () => lstatSync(lock(), { throwIfNoEntry: false }) !== undefined;

/** Electron's lock, free once `isFree` says so; `asked` counts. */
const lockThatIs = (isFree: () => boolean) => {
  const given = { asked: 0, requestSingleInstanceLock: () => ++given.asked > 0 && isFree() };
  return given;
};
const heldLock = () => lockThatIs(() => false);
const start = (app: { requestSingleInstanceLock(): boolean }, own = profile, waited = { ms: 0 }) =>
  isOnlyTill(folder, own, app, ms => (waited.ms += ms));

test('a till that gets the lock is the only one', () => {
  expect(start(lockThatIs(() => true))).toBe(true);
});

const lockedBy = (host: string) => process.platform !== 'win32' && symlinkSync(`${host}-4711`, lock());

test('a second start is none, at once, while the window of another works on the data', () => {
  lockedBy(hostname());
  const first = claimDataFolder(folder);
  onTestFinished(() => first.release());
  const waited = { ms: 0 };
  expect(start(heldLock(), profile, waited)).toBe(false);
  expect(waited.ms).toBe(0);
});

test.skipIf(process.platform === 'win32')(
  'a start beside a till without a window, which hears of nothing, says whose data it is',
  () => {
    const served = claimDataFolder(folder);
    onTestFinished(() => served.release());
    const waited = { ms: 0 };
    expect(() => start(heldLock(), profile, waited)).toThrow(DataFolderInUse);
    expect(waited.ms).toBeGreaterThan(2_000);
  },
);

test.skipIf(process.platform === 'win32')(
  'a lock that a crash left under another name of the machine is taken away',
  () => {
    lockedBy('the-old-name');
    const app = lockThatIs(() => !isLocked());
    expect(start(app)).toBe(true);
    expect(app.asked).toBe(2);
    claimDataFolder(folder, 0).release();
  },
);

test.skipIf(process.platform === 'win32')(
  'a lock of another machine stays while somebody works on the data, and that is said',
  () => {
    lockedBy('another-machine');
    const first = claimDataFolder(folder);
    onTestFinished(() => first.release());
    expect(() => start(heldLock())).toThrow(DataFolderInUse);
    expect(isLocked()).toBe(true);
  },
);

test.skipIf(process.platform === 'win32')(
  'a till that is just ending is waited for, and keeps its lock',
  () => {
    symlinkSync(`${hostname()}-${process.pid}`, lock());
    const app = lockThatIs(() => app.asked > 5);
    expect(start(app)).toBe(true);
    expect(isLocked()).toBe(true);
  },
);

test('a start that finds no other till and gets no lock says so in the end', () => {
  const waited = { ms: 0 };
  expect(() => start(heldLock(), profile, waited)).toThrow(/No other till runs on .*cannot be taken/);
  expect(waited.ms).toBeGreaterThan(2_000);
});

test.skipIf(process.platform !== 'linux')('and that nothing can be stored where that is why', () => {
  expect(() => start(heldLock(), '/proc/self')).toThrow(UnusableDataFolder);
});
