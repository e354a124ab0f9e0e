import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whenLauncherEnds } from './launcher.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Progress goes to stderr: stdout belongs to the ready line. */
export function tell(text) {
  process.stderr.write(`KeyTill: ${text}\n`);
}

const executable = process.platform === 'win32' ? 'node.exe' : 'node';

/** The Node the till runs on: better-sqlite3 needs a newer one than many systems have. */
export function projectNode() {
  const installed = join(root, 'node_modules', 'node', 'bin', executable);
  return existsSync(installed) ? installed : process.execPath;
}

/** A Node outside node_modules, for work that removes node_modules: npm puts the project's own Node first. */
export function outerNode() {
  const inside = join(root, 'node_modules');
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '' && !folder.startsWith(inside))
    .map(folder => join(folder, executable))
    .find(existsSync);
  return found ?? process.execPath;
}

/** The script behind a package's command: run with Node itself, it works the same on every system. */
export function commandOf(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs to the end without a terminal. Resolves, never rejects: `code` is null where it was killed or did not start. */
export function capture(command, args, { timeoutMs, env = process.env, shell = false } = {}) {
  return new Promise(resolve => {
    const chunks = [];
    const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const end = code => {
      clearTimeout(timer);
      resolve({ code, output: Buffer.concat(chunks).toString() });
    };
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    child.on('error', error => {
      chunks.push(Buffer.from(String(error)));
      end(null);
    });
    child.on('close', end);
  });
}

/** Runs to the end with everything it prints on stderr. */
export function showOnStderr(command, args, { env = process.env, shell = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', 2, 2] });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
}

/**
 * Runs in this process's place: same terminal, signals passed on, its exit code returned. The IPC channel tells a till
 * that its launcher was killed, so that none is left behind holding its data folder.
 */
export function become(command, args, { env = process.env, watched = false } = {}) {
  return new Promise(resolve => {
    const stdio = ['inherit', 'inherit', 'inherit', ...(watched ? ['ipc'] : [])];
    const child = spawn(command, args, { cwd: root, env, stdio });
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    whenLauncherEnds(() => child.kill('SIGTERM'));
    child.on('error', error => {
      tell(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
