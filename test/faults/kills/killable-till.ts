import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { connectProgram, programWith, type TillProgram } from '../../support/served-till.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FAST_TIME = join(import.meta.dirname, 'fast-time.ts');
const LONGEST_START_MS = 30_000;

export interface TillPlace {
  folder: string;
  partner: string;
  environment: NodeJS.ProcessEnv;
}

export interface RunningTill {
  /** Resolves with its address; rejects when it ends before it is ready, with what it said. */
  ready: Promise<string>;
  /** SIGKILL, from which no program can save itself. */
  kill(): Promise<void>;
  /** SIGTERM: its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built `serve`, whose time passes faster, and does not wait for it. */
export function startTill({ folder, partner, environment }: TillPlace): RunningTill {
  const args = ['--no-open', '--data', folder, '--partner', partner, '--port', '0'];
  const serve = join(ROOT, 'out', 'main', 'serve.js');
  const child = spawn(process.execPath, ['--import', FAST_TIME, serve, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>(done => child.once('close', done));
  const ready = readyUrl(child);
  ready.catch(() => {});
  return {
    ready,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  let [said, complained] = ['', ''];
  return new Promise((found, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time: ${complained}`)), LONGEST_START_MS);
    child.stderr?.on('data', chunk => {
      complained += String(chunk);
    });
    child.stdout?.on('data', chunk => {
      said += String(chunk);
      if (!said.includes('\n')) return;
      clearTimeout(late);
      found(JSON.parse(said).url);
    });
    child.once('close', code => {
      clearTimeout(late);
      reject(new Error(`ended with ${code} before it was ready: ${complained}`));
    });
  });
}

/** The browser of a shop: let in once, and known to every later process by its cookie. */
export interface Browser {
  program(): TillProgram;
  /** Takes the address of a till that has just started. */
  follow(url: string): Promise<void>;
}

export function openBrowser(): Browser {
  let secret: string | undefined;
  let program: TillProgram | undefined;
  return {
    program() {
      if (!program) throw new Error('no till has been opened yet');
      return program;
    },
    async follow(url) {
      const { origin, port } = new URL(url);
      // A kiosk's till has one port for ever; here each process takes a free one, and the cookie is named after it.
      program =
        secret === undefined ? await connectProgram(url) : programWith(origin, `keytill_${port}=${secret}`);
      secret = program.cookie.split('=')[1];
    },
  };
}
