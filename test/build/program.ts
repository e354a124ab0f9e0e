import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { root } from './output.ts';

export interface Program {
  process: ChildProcess;
  /** Everything on stdout so far. */
  stdout(): string;
  stderr(): string;
  /** The ready line, once it is there. Rejects when the program ends without one. */
  ready: Promise<{ ready: true; url: string; pin?: string }>;
  /** Exit code, null after a signal. */
  ended: Promise<number | null>;
}

const running = new Set<Program>();

/** Starts one of the built programs as a launcher would; whatever is left of it ends with the test. */
export function startProgram(
  entry: 'serve' | 'demo',
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): Program {
  const file = join(root, 'out', 'main', `${entry}.js`);
  if (!existsSync(file)) throw new Error('The build is missing: run "npm run build" first.');
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, KEYTILL_NO_OPEN: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', text => (out += text));
  child.stderr?.setEncoding('utf8').on('data', text => (err += text));
  // Not 'close', which never comes once the channel was disconnected from this side.
  const exited = new Promise<number | null>(resolve => child.on('exit', resolve));
  const said = [child.stdout, child.stderr].map(stream => new Promise(resolve => stream?.on('end', resolve)));
  const ended = Promise.all([exited, ...said]).then(([code]) => code);
  const line = new Promise<string>(resolve => {
    child.stdout?.on('data', () => {
      if (out.includes('\n')) resolve(out);
    });
  });
  const nothing = ended.then(code => {
    throw new Error(`ended with ${code} before it was ready: ${err}`);
  });
  const ready = Promise.race([line, nothing]).then(text => JSON.parse(text));
  ready.catch(() => {});
  const program = { process: child, stdout: () => out, stderr: () => err, ready, ended };
  running.add(program);
  return program;
}

/** Tells it to stop as its system allows: Windows has no signal that a program could hear. */
export function tellToStop(program: Program): void {
  if (process.platform === 'win32') program.process.disconnect();
  else program.process.kill('SIGTERM');
}

afterEach(async () => {
  for (const program of running) program.process.kill('SIGKILL');
  await Promise.all([...running].map(program => program.ended));
  running.clear();
});
