import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, projectNode, root, tell } from './processes.mjs';

const folder = join(root, 'node_modules', 'electron');
const cache = join(root, 'node_modules', '.cache', 'keytill');
const failure = join(cache, 'electron-download-failed');
const download = join(cache, 'electron-download');

const DAY_MS = 24 * 60 * 60 * 1000;
/** A download that has not grown for this long is given up. */
const STALLED_MS = 20_000;

/** Where the binary is; undefined where it has not been downloaded. */
export function electronBinary() {
  try {
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the binary starts at all: it may be there and still lack a system library. */
export async function electronRuns() {
  const binary = electronBinary();
  if (!binary) return false;
  const { code } = await capture(binary, ['--version'], { timeoutMs: 20_000 });
  return code === 0;
}

/** Tries once a day: the desktop window needs it, and everything else works without. */
export async function fetchElectronBinary() {
  if (electronBinary() || triedToday()) return;
  tell('fetching the Electron binary for the desktop window');
  mkdirSync(download, { recursive: true });
  const failed = !(await downloaded());
  rmSync(download, { recursive: true, force: true });
  if (!failed) return;
  writeFileSync(failure, '');
  tell('the Electron binary could not be fetched; everything but the desktop window works without it');
}

function triedToday() {
  return existsSync(failure) && Date.now() - statSync(failure).mtimeMs < DAY_MS;
}

/** Electron's own installer, with its temporary files where their growth can be watched. */
function downloaded() {
  return new Promise(resolve => {
    const env = { ...process.env, TMPDIR: download, TMP: download, TEMP: download };
    const child = spawn(projectNode(), [join(folder, 'install.js')], { env, stdio: 'ignore' });
    let [size, grownAt] = [0, Date.now()];
    const watch = setInterval(() => {
      const now = sizeOf(download);
      if (now !== size) [size, grownAt] = [now, Date.now()];
      else if (Date.now() - grownAt > STALLED_MS) child.kill('SIGKILL');
    }, 1000);
    const end = ok => {
      clearInterval(watch);
      resolve(ok);
    };
    child.on('error', () => end(false));
    child.on('close', code => end(code === 0));
  });
}

function sizeOf(path) {
  try {
    const stat = statSync(path);
    return stat.isDirectory()
      ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
      : stat.size;
  } catch {
    return 0;
  }
}
