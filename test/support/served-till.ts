import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import { spawnUnderSecretService } from './secret-service.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ServedTill {
  readonly process: ChildProcess;
  /** Opens the till in one browser, once. */
  readonly url: string;
  readonly origin: string;
  /** Only the demo says it. */
  readonly pin: string | undefined;
  /** Everything it wrote to stderr. */
  readonly errors: () => string;
  kill(): Promise<void>;
  /** Resolves with the milliseconds that SIGTERM took. */
  stop(): Promise<number>;
}

export interface ServedTillOptions {
  entry: 'serve' | 'demo';
  args: readonly string[];
  /** A desktop session with a real keyring, whose files are in this folder. */
  keyringHome?: string;
}

/** Runs the built till as its own process, until it says that it is ready. */
export async function serveBuiltTill({ entry, args, keyringHome }: ServedTillOptions): Promise<ServedTill> {
  const command = [
    process.execPath,
    join(ROOT, 'out', 'main', `${entry}.js`),
    '--no-open',
    '--port',
    '0',
    ...args,
  ];
  const [program = '', ...rest] = command;
  const child =
    keyringHome === undefined
      ? spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
      : spawnUnderSecretService(keyringHome, command);
  let errors = '';
  child.stderr?.on('data', chunk => {
    errors += String(chunk);
  });
  const ready = await readyLine(child, () => errors);
  const ended = new Promise<void>(done => child.once('exit', () => done()));
  return {
    process: child,
    url: ready.url,
    origin: new URL(ready.url).origin,
    pin: ready.pin,
    errors: () => errors,
    async kill() {
      killTill(child, 'SIGKILL');
      await ended;
    },
    async stop() {
      const from = performance.now();
      killTill(child, 'SIGTERM');
      await ended;
      return performance.now() - from;
    },
  };
}

/** Under a keyring the till runs below the session that was started: the signal is for the till, and ends the session too. */
function killTill(child: ChildProcess, signal: NodeJS.Signals): void {
  const till = descendants(child.pid ?? 0).find(pid => isTill(pid));
  if (till === undefined) child.kill(signal);
  else process.kill(till, signal);
}

function descendants(pid: number): number[] {
  const children = readText(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [...children, ...children.flatMap(descendants)];
}

const isTill = (pid: number): boolean => readText(`/proc/${pid}/cmdline`).includes(join('out', 'main'));

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

async function readyLine(child: ChildProcess, errors: () => string): Promise<{ url: string; pin?: string }> {
  if (!child.stdout) throw new Error('the till has no stdout');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return JSON.parse(line);
  }
  throw new Error(`the till did not become ready: ${errors()}`);
}

export interface TillProgram {
  cookie: string;
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
}

/** Drives a served till as another program would: launch code, cookie, POST /call. */
export async function connectProgram(url: string): Promise<TillProgram> {
  const launched = await fetch(url, { redirect: 'manual' });
  const cookie = launched.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the launch code was not taken: ${launched.status}`);
  return programWith(new URL(url).origin, cookie);
}

/** As the page that holds this cookie. */
export function programWith(origin: string, cookie: string): TillProgram {
  return {
    cookie,
    async call(method, input) {
      const response = await fetch(`${origin}/call`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ method, input }),
      });
      const answer = (await response.json()) as { ok: boolean; value: never; error: TillError };
      if (!answer.ok) throw new TillError(answer.error.code, answer.error.message, answer.error.details);
      return answer.value;
    },
  };
}
