import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { built, importsOf, reachedFrom, root } from './output.ts';

describe('the preload script', () => {
  test('is one CommonJS file that requires nothing but Electron', () => {
    const files = built('preload');
    expect([...files.keys()]).toEqual(['preload.cjs']);
    const code = files.get('preload.cjs') ?? '';
    expect(importsOf(code)).toEqual(['electron']);
    expect(code).toContain('require("electron")');
    expect(code).not.toMatch(/^\s*(import|export)\b/m);
  });

  test('gives the page two functions and nothing of Electron', () => {
    const exposed: Record<string, Record<string, unknown>> = {};
    const electron = {
      contextBridge: {
        exposeInMainWorld(name: string, api: Record<string, unknown>) {
          exposed[name] = api;
        },
      },
      ipcRenderer: {},
    };
    const run = new Function('require', 'setInterval', built('preload').get('preload.cjs') ?? '');
    // What it does in time is the double's to show.
    run(
      () => electron,
      () => {},
    );
    expect(Object.keys(exposed)).toEqual(['keytill']);
    expect(Object.keys(exposed.keytill ?? {}).sort()).toEqual(['call', 'on']);
  });
});

describe('the main process', () => {
  const native = ['better-sqlite3', 'keytar'];
  const outside = (code: string) =>
    importsOf(code).filter(
      name => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name),
    );

  test('finds everything in its own files, Node, and the two native packages', () => {
    const found = new Set([...built('main').values()].flatMap(outside));
    // The desktop till runs in Electron; electron-updater's logging asks for colours, and does without.
    for (const name of ['electron', 'supports-color']) found.delete(name);
    expect([...found].filter(name => !native.includes(name))).toEqual([]);
    expect(found).toContain('better-sqlite3');
  });

  test('declares the packages it finds outside', () => {
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    expect(Object.keys({ ...dependencies, ...optionalDependencies })).toEqual(expect.arrayContaining(native));
  });

  test('asks for Electron in the desktop till alone, so that the others run without it, and have no updater', () => {
    const asking = [...built('main')].filter(([, code]) => importsOf(code).includes('electron'));
    const names = asking.map(([name]) => name.replace(/-[\w-]{8}\.js$/, ''));
    expect(names.sort()).toEqual(['chunks/update-source', 'main.js']);
    for (const entry of ['serve.js', 'demo.js', 'backup-worker.js'])
      for (const [name] of asking) expect(reachedFrom(entry)).not.toContain(name);
  });

  test('keeps the practice partner and its secrets out of the till that sells', () => {
    const code = [...reachedFrom('serve.js')].map(name => built('main').get(name)).join('');
    expect(code.includes('a demo pepper that hides nothing')).toBe(false);
    expect(code.includes('electron/sandbox/')).toBe(false);
  });
});

describe('the screens', () => {
  test('have no script or style written into the page, which its policy would refuse', () => {
    const page = (built('renderer').get('index.html') ?? '').replace(/<!--.*?-->/gs, '');
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    const scripts = page.match(/<script\b[^>]*>[^<]*/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toMatch(/\ssrc="\.\/assets\/[^"]+"[^>]*>\s*$/);
  });

  test('load only their own files', () => {
    const files = built('renderer');
    const page = files.get('index.html') ?? '';
    for (const [, address] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(files.has(String(address).replace('./', ''))).toBe(true);
    }
  });

  test('carry nothing of the main process', () => {
    const code = [...built('renderer').values()].join('\n');
    for (const trace of [
      'ZodError',
      'better-sqlite3',

      'pin-pepper',
      'scrypt',
      'CREATE TABLE',
      '/api/v1/offers',
    ])
      expect(code.includes(trace), trace).toBe(false);
    expect(code).not.toMatch(/["'`]node:[a-z]/);
  });
});

test('no part tells where it was built, or carries a source map', () => {
  for (const part of ['main', 'preload', 'renderer'] as const) {
    for (const [name, code] of built(part)) {
      expect(name).not.toMatch(/\.map$/);
      expect(code.includes('sourceMappingURL'), name).toBe(false);
      expect(code.includes(root), name).toBe(false);
      expect(code.includes(`${homedir()}/`), name).toBe(false);
    }
  }
});
