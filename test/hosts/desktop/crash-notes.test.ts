import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteCrash, notedCrashes } from '../../../electron/hosts/desktop/crashes/crash-notes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-crashes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the next program knows when the ones before it ended with an error, the last twenty of them', () => {
  expect(notedCrashes(folder, {})).toEqual([]);
  for (let at = 1; at <= 25; at++) noteCrash(folder, {}, at);
  expect(notedCrashes(folder, {})).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
});

test('on a disk that takes nothing they go from one program to the next, and are noted when it does again', () => {
  const environment: NodeJS.ProcessEnv = {};
  const missing = join(folder, 'missing');
  noteCrash(missing, environment, 1);
  noteCrash(missing, environment, 2);
  expect(notedCrashes(missing, environment)).toEqual([1, 2]);
  noteCrash(folder, environment, 3);
  expect(environment).toEqual({});
  expect(notedCrashes(folder, {})).toEqual([1, 2, 3]);
});

test('notes that make no sense count as none', () => {
  for (const text of ['', '{', '{"at":1}', '["soon"]']) {
    writeFileSync(join(folder, 'crashes.json'), text);
    expect(notedCrashes(folder, { KEYTILL_CRASHES: text })).toEqual([]);
  }
});

test('a disk that took some of them and takes no more counts none of them twice', () => {
  const environment: NodeJS.ProcessEnv = {};
  noteCrash(folder, environment, 1);
  noteCrash(folder, environment, 2);
  environment.KEYTILL_CRASHES = JSON.stringify([1, 2, 3]);
  expect(notedCrashes(folder, environment)).toEqual([1, 2, 3]);
});
