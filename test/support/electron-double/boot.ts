import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Stands where the Electron binary would: `node boot.ts [switches] PROGRAM [arguments]`. The program is loaded unchanged, and
 * what it knows of the process is what Electron would tell it.
 */
const DOUBLE = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    ['electron', 'electron/main'].includes(specifier)
      ? { url: DOUBLE, shortCircuit: true }
      : next(specifier, context),
});

const given = process.argv.slice(2);
const at = given.findIndex(word => !word.startsWith('-'));
const program = resolve(given[at] ?? '.');
const { ELECTRON_VERSION } = await import('./guard.ts');
Object.defineProperty(process, 'versions', {
  value: Object.freeze({ ...process.versions, electron: ELECTRON_VERSION }),
});
Object.defineProperty(process, 'type', { value: 'browser' });

const { isInPackage, theApp } = await import('./app.ts');
const isPackaged = isInPackage(program);
process.argv = [
  process.argv[0] ?? 'electron',
  ...given.slice(0, at),
  ...(isPackaged ? [] : [program]),
  ...given.slice(at + 1),
];
if (isPackaged) Object.defineProperty(process, 'resourcesPath', { value: dirname(program) });
else Object.defineProperty(process, 'defaultApp', { value: true });
const { world } = await import('./world.ts');
world.switches.push(...given.slice(0, Math.max(at, 0)));
theApp.appPath = program;
await import(pathToFileURL(mainFileOf(program)).href);
await theApp.becomeReady();

function mainFileOf(path: string): string {
  const manifest = join(path, 'package.json');
  return existsSync(manifest) ? join(path, JSON.parse(readFileSync(manifest, 'utf8')).main) : path;
}
