import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileCookieStore } from '../../../electron/hosts/loopback/cookie-file.ts';

const HASH = 'ab'.repeat(32);
let folder: string;
let problems: string[];
const store = () => fileCookieStore(join(folder, 'browsers.json'), problem => problems.push(problem));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-cookies-'));
  problems = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what is saved is loaded again', () => {
  store().save([HASH]);
  expect(store().load()).toEqual([HASH]);
  expect(problems).toEqual([]);
});

test.skipIf(process.platform === 'win32')('only this user may read the file', () => {
  store().save([HASH]);
  expect(statSync(join(folder, 'browsers.json')).mode & 0o777).toBe(0o600);
});

test('a file that is missing, damaged or holds something else admits nobody', () => {
  expect(store().load()).toEqual([]);
  writeFileSync(join(folder, 'browsers.json'), '{"half":');
  expect(store().load()).toEqual([]);
  writeFileSync(join(folder, 'browsers.json'), JSON.stringify(['', 'a cookie', 7, HASH]));
  expect(store().load()).toEqual([HASH]);
});

test('a file that cannot be written is reported and stops nothing', () => {
  mkdirSync(join(folder, 'browsers.json'));
  store().save([HASH]);
  expect(problems).toEqual([expect.stringContaining('opened again after a restart')]);
  expect(() => readFileSync(join(folder, 'browsers.json'), 'utf8')).toThrow();
});
