import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepApart } from '../electron/demo-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-apart-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const used = () => writeFileSync(join(folder, 'keytill.db'), '');

test('a demo opens a new folder and, later, its own', () => {
  keepApart(folder, true);
  used();
  expect(() => keepApart(folder, true)).not.toThrow();
});

test('a demo does not touch the data of a real till', () => {
  keepApart(folder, false);
  used();
  expect(() => keepApart(folder, true)).toThrow(/no demo/);
  expect(() => keepApart(folder, false)).not.toThrow();
});

test('a real till does not sell on the data of a demo', () => {
  keepApart(folder, true);
  expect(() => keepApart(folder, false)).toThrow(/holds a demo/);
});
