import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const BOOT = join(import.meta.dirname, 'electron-double', 'boot.ts');
const GIVEN_UP_MS = 80_000;

export interface Ended {
  /** What the program reported, by name. */
  reported: Record<string, unknown>;
  errors: string;
  code: number | null;
}

/** What every program here starts with: a place of its own, and a way to say what it saw. */
const PRELUDE = `
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { join } from 'node:path';
app.setPath('userData', join(import.meta.dirname, 'profile'));
const report = (name, value) => process.stdout.write(JSON.stringify([name, value ?? null]) + '\\n');
const refused = run => { try { run(); return 'not refused'; } catch (error) { return error.message; } };
const rejected = run => run().then(() => 'not refused', error => error.message);
`;

/** And what those do that show a page: one standard, secure scheme whose every path is a page of this HTML. */
export const PAGES = `
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
await 0;
const show = async (preload, html = '<p>page</p>') => {
  if (!protocol.isProtocolHandled('app'))
    protocol.handle('app', () => new Response(html, { headers: { 'content-type': 'text/html' } }));
  const webPreferences = { sandbox: true, contextIsolation: true };
  if (preload) webPreferences.preload = join(import.meta.dirname, preload);
  const window = new BrowserWindow({ show: false, webPreferences });
  await window.loadURL('app://till/');
  return window;
};
`;

/** Runs a main program, with the files beside it, on the double of Electron until it ends. */
export const runOnDouble = (
  main: string,
  files: Readonly<Record<string, string>> = {},
  switches: readonly string[] = [],
): Promise<Ended> => run({ 'main.mjs': PRELUDE + main, ...files }, 'main.mjs', switches);

/** The same for a main program as a package lays it down, of this version. */
export const runPackagedOnDouble = (main: string, version: string): Promise<Ended> =>
  run(
    {
      'resources/app/main.mjs': PRELUDE + main,
      'resources/app/package.json': JSON.stringify({ name: 'keytill', version, main: 'main.mjs' }),
      'resources/app-update.yml': 'updaterCacheDirName: keytill-updater\n',
    },
    'resources/app',
    [],
  );

async function run(
  files: Readonly<Record<string, string>>,
  program: string,
  switches: readonly string[],
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-double-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  try {
    return await ended([...switches, join(folder, program)]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function ended(command: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [BOOT, ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), GIVEN_UP_MS);
  const reported: Record<string, unknown> = {};
  let errors = '';
  child.stderr.on('data', chunk => {
    errors += String(chunk);
  });
  createInterface({ input: child.stdout }).on('line', line => {
    const [name, value] = JSON.parse(line);
    reported[name] = value;
  });
  return new Promise(resolve => {
    child.once('close', code => {
      clearTimeout(timer);
      resolve({ reported, errors, code });
    });
  });
}
