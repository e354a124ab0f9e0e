import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const { dependenciesInstalled }: { dependenciesInstalled(folder: string): boolean } = await import(
  new URL('../../scripts/dependencies.mjs', import.meta.url).href
);

type Packages = Record<string, { version: string; optional?: boolean }>;

const LOCK: Packages = {
  '': { version: '0.1.0' },
  'node_modules/hono': { version: '4.13.19' },
  'node_modules/keytar': { version: '7.9.0', optional: true },
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-lock-'));
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: LOCK }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const npmSays = (packages: Packages) =>
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));

test('what the lock names is installed when npm says so', () => {
  npmSays({ 'node_modules/hono': { version: '4.13.19' }, 'node_modules/keytar': { version: '7.9.0' } });
  expect(dependenciesInstalled(folder)).toBe(true);
});

test('an optional package that could not be built is no reason to install again', () => {
  npmSays({ 'node_modules/hono': { version: '4.13.19' } });
  expect(dependenciesInstalled(folder)).toBe(true);
});

test('a missing package, another version and an installation that was broken off each are', () => {
  expect(dependenciesInstalled(folder)).toBe(false);
  npmSays({});
  expect(dependenciesInstalled(folder)).toBe(false);
  npmSays({ 'node_modules/hono': { version: '4.13.18' } });
  expect(dependenciesInstalled(folder)).toBe(false);
});
