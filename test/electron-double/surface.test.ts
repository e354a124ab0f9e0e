import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { installedSurface, readSurface } from '../support/electron-double/surface.ts';

const OUT = resolve(import.meta.dirname, '../../out');
const surface = installedSurface();

test('the declarations of the installed Electron say what each object has', () => {
  const { version } = JSON.parse(readFileSync(resolve(OUT, '../node_modules/electron/package.json'), 'utf8'));
  expect(surface.version).toBe(version);
  const window = surface.shape('BrowserWindow');
  for (const member of ['setKiosk', 'webContents', 'getAllWindows', 'on', 'isDestroyed'])
    expect([member, window.members.has(member)]).toEqual([member, true]);
  expect(window.members.has('setKioskMode')).toBe(false);
  expect(window.events.has('ready-to-show')).toBe(true);
  expect(surface.shape('WebPreferences').members.has('sandbox')).toBe(true);
  expect(surface.shape('BrowserWindowConstructorOptions').members.has('kiosk')).toBe(true);
});

test('declarations that are not Electron’s are refused', () => {
  expect(() => readSurface('declare module "x" {}')).toThrow(/not the type definitions of Electron/);
});

test('every name that the built programs take from electron is one it declares for them', () => {
  const main = join(OUT, 'main');
  const programs = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.js'))
    .map(name => readFileSync(join(main, name), 'utf8'));
  const imported = programs.flatMap(text =>
    [...text.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']electron["']/g)].flatMap(([, names = '']) =>
      names.split(',').map(name => name.trim().split(' ')[0] ?? ''),
    ),
  );
  expect(imported).toContain('app');
  expect(imported.filter(name => !surface.exports('Main').has(name))).toEqual([]);

  const preload = readFileSync(join(OUT, 'preload', 'preload.cjs'), 'utf8');
  const used = [...preload.matchAll(/electron\.(\w+)\.(\w+)/g)].map(([, part = '', name = '']) => [
    part,
    name,
  ]);
  expect(used).toContainEqual(['contextBridge', 'exposeInMainWorld']);
  for (const [part = '', name = ''] of used) {
    const type = surface.exports('Renderer').get(part);
    expect([part, type]).toEqual([part, expect.any(String)]);
    expect(surface.shape(type ?? '').members).toContain(name);
  }
});
