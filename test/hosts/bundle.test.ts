import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBundle } from '../../electron/hosts/bundle.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-bundle-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), 'page');
  writeFileSync(join(folder, 'assets', 'style-A1b2C3d4.css'), 'a{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('every file is there under its path, and the page under / too', () => {
  const bundle = readBundle(folder);
  expect([...bundle.keys()].sort()).toEqual(['/', '/assets/style-A1b2C3d4.css', '/index.html']);
  expect(bundle.get('/assets/style-A1b2C3d4.css')?.type).toBe('text/css; charset=utf-8');
});

test('a file of another name is checked again each time', () => {
  writeFileSync(join(folder, 'logo.svg'), '<svg/>');
  expect(readBundle(folder).get('/logo.svg')?.cacheControl).toBe('private, no-cache');
});

test.skipIf(process.platform === 'win32')('a link to a file elsewhere is not part of it', () => {
  symlinkSync('/etc/hostname', join(folder, 'assets', 'outside.json'));
  expect(readBundle(folder).has('/assets/outside.json')).toBe(false);
});
