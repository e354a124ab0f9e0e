import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  claimDataFolder,
  DataFolderInUse,
  UnusableDataFolder,
  usualDataFolder,
} from '../electron/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'keytill-data-')), 'till');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const lockFile = () => join(folder, 'in-use.lock');

/** Another process that has the folder until it is killed. */
async function claimedByAnother() {
  const script = `
    import { claimDataFolder } from ${JSON.stringify(join(import.meta.dirname, '../electron/data-folder.ts'))};
    claimDataFolder(process.argv[1]);
    console.log('claimed');
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, folder]);
  await new Promise(resolve => other.stdout.once('data', resolve));
  return other;
}

test('the folder is made, and a second till on it is refused until the first lets go', () => {
  const first = claimDataFolder(folder);
  expect(() => claimDataFolder(folder, 0)).toThrow(DataFolderInUse);
  expect(() => claimDataFolder(folder, 0)).toThrow(/Another till is running.*--data/);
  first.release();
  claimDataFolder(folder).release();
});

test.skipIf(process.platform === 'win32')('only this user can look into it', () => {
  claimDataFolder(folder).release();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a file in the place of the folder is said in a sentence', () => {
  writeFileSync(folder, '');
  expect(() => claimDataFolder(folder)).toThrow(UnusableDataFolder);
  expect(() => claimDataFolder(folder)).toThrow(/is a file, not a folder.*--data/);
  expect(() => claimDataFolder(join(folder, 'within'))).toThrow(/cannot be written to \(ENOTDIR\).*--data/);
});

test.skipIf(process.platform !== 'linux')('so is a place where nothing can be written, even by root', () => {
  for (const place of ['/proc/self', '/proc/nothere', '/proc/nothere/till'])
    expect(() => claimDataFolder(place)).toThrow(`${place} cannot be written to`);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('and a folder of someone else', () => {
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  expect(() => claimDataFolder(folder)).toThrow(/cannot be written to.*--data/);
});

const canMount = spawnSync('unshare', ['--map-root-user', '--mount', 'true']).status === 0;
test.skipIf(!canMount)('and a disk that has become read-only under a folder that was used before', () => {
  claimDataFolder(folder).release();
  const script = `
    import { claimDataFolder } from ${JSON.stringify(join(import.meta.dirname, '../electron/data-folder.ts'))};
    try { claimDataFolder(process.argv[1]); } catch (error) { console.log(error.name, error.message); }`;
  const readOnly = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@" "$0"';
  const till = [process.execPath, '--input-type=module-typescript', '-e', script];
  const { stdout } = spawnSync(
    'unshare',
    ['--map-root-user', '--mount', 'sh', '-c', readOnly, folder, ...till],
    { encoding: 'utf8' },
  );
  expect(stdout).toMatch(/^UnusableDataFolder .*cannot be written to \(EROFS\)/);
});

const DAMAGED = [Buffer.alloc(4096), Buffer.alloc(100, 'x'), Buffer.alloc(7000, 'garbage ')];

test.each(DAMAGED)('a lock file that a power cut left damaged shuts nobody out for good', damaged => {
  mkdirSync(folder);
  writeFileSync(lockFile(), damaged);
  const first = claimDataFolder(folder);
  expect(() => claimDataFolder(folder, 0)).toThrow(DataFolderInUse);
  first.release();
  claimDataFolder(folder).release();
});

test('a lock file that is damaged while a till works there lets nobody else in', async () => {
  const other = await claimedByAnother();
  writeFileSync(lockFile(), DAMAGED[1] ?? '');
  expect(() => claimDataFolder(folder, 0)).toThrow(DataFolderInUse);
  const gone = new Promise(resolve => other.once('exit', resolve));
  other.kill('SIGKILL');
  await gone;
  claimDataFolder(folder).release();
});

test('what stands where the lock has to be is named', () => {
  mkdirSync(lockFile(), { recursive: true });
  expect(() => claimDataFolder(folder)).toThrow(/in-use\.lock/);
});

test('a till that was killed leaves no claim behind', async () => {
  const other = await claimedByAnother();
  expect(() => claimDataFolder(folder, 0)).toThrow(DataFolderInUse);
  const gone = new Promise(resolve => other.once('exit', resolve));
  other.kill('SIGKILL');
  await gone;
  claimDataFolder(folder).release();
});

test('each system has its own place for data', () => {
  const at = (platform: NodeJS.Platform, environment = {}) =>
    usualDataFolder(platform, environment, join('/', 'home', 'ann'));
  expect(at('linux')).toBe(join('/', 'home', 'ann', '.local', 'share', 'keytill'));
  expect(at('linux', { XDG_DATA_HOME: '/data' })).toBe(join('/data', 'keytill'));
  expect(at('darwin')).toBe(join('/', 'home', 'ann', 'Library', 'Application Support', 'KeyTill'));
  expect(at('win32', { LOCALAPPDATA: '/local' })).toBe(join('/local', 'KeyTill'));
});
