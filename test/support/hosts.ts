import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Method } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import { openBrowser, openPage, type PageOptions, watchPage } from './browser.ts';
import { namedHosts } from './named-hosts.ts';
import { programWith, serveBuiltTill, type TillProgram } from './served-till.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 60_000;

/** What shows the till: a page on 127.0.0.1, the double of Electron, Electron. */
export type HostName = 'loopback' | 'double' | 'electron';

/** A whole built till and the page that a person sees of it. */
export interface HostedTill {
  readonly page: Page;
  /** Drives the page anew, after it crashed under whoever drove it; desktop only. */
  readonly pageAgain: () => Promise<Page>;
  /** Calls the till as its page does. */
  readonly call: TillProgram['call'];
  kill(): Promise<void>;
  /** Resolves with the milliseconds that the till took to end. */
  stop(): Promise<number>;
}

/** The hosts of this run: those that `npm run e2e` names, and in `npm test` those that are worth their time there. */
export function hostsUnderTest(
  inEveryRun: readonly HostName[] = ['loopback', 'double'],
): readonly HostName[] {
  return (namedHosts() as HostName[] | undefined) ?? inEveryRun;
}

export interface HostedTillOptions extends PageOptions {
  args: readonly string[];
  /** A shop that is ready to sell; needs its data folder and partner among `args`. */
  demo?: boolean;
  /** For Electron itself, or its double; desktop only. */
  switches?: readonly string[];
  /** Another built main program than this project's; desktop only. */
  program?: string;
  /** What the system tells the program besides; desktop only. */
  env?: NodeJS.ProcessEnv;
}

/** Starts the built till on this host and opens its page. */
export function openHostedTill(host: HostName, options: HostedTillOptions): Promise<HostedTill> {
  return host === 'loopback' ? onLoopback(options) : onDesktop(commandOf(host), options);
}

async function onLoopback({ args, demo, ...options }: HostedTillOptions): Promise<HostedTill> {
  const entry = demo ? 'demo' : 'serve';
  const [browser, till] = await Promise.all([openBrowser(), serveBuiltTill({ entry, args })]);
  const page = await openPage(browser, till.url, options);
  const [cookie] = await page.context().cookies();
  return {
    page,
    pageAgain: () => Promise.reject(new Error('the page on loopback belongs to its browser')),
    call: programWith(till.origin, `${cookie?.name}=${cookie?.value}`).call,
    async kill() {
      await till.kill();
      await browser.close();
    },
    async stop() {
      const took = await till.stop();
      await browser.close();
      return took;
    },
  };
}

/** The double stands where the binary would: same program, same switches, same arguments. */
export function commandOf(host: 'double' | 'electron'): string[] {
  if (host === 'double') return [process.execPath, join(import.meta.dirname, 'electron-double', 'boot.ts')];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [electronBinary() ?? 'electron', ...asRoot, '--remote-debugging-port=0'];
}

async function onDesktop(
  command: readonly string[],
  { args, switches = [], demo, program = ROOT, env = {}, ...options }: HostedTillOptions,
): Promise<HostedTill> {
  const [binary = '', ...usual] = command;
  if (demo) await seed(args);
  const child = spawn(binary, [...usual, ...switches, program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // What fails is to end with its test, not to come back behind it.
    env: { ...process.env, KEYTILL_RESTARTED_BY: 'system', ...env, ...(demo ? { KEYTILL_DEMO: '1' } : {}) },
  });
  const ended = new Promise<void>(done => child.once('exit', () => done()));
  const said: string[] = [];
  const late = Promise.withResolvers<never>();
  const tooLate = setTimeout(() => {
    late.reject(new Error(`the till was not ready in time: ${said.join('\n')}`));
    child.kill('SIGKILL');
  }, READY_WITHIN_MS);
  const [address] = await Promise.race([
    late.promise,
    Promise.all([
      lineOf(child, 'stderr', /DevTools listening on (\S+)/, said),
      lineOf(child, 'stdout', /("ready":true)/, said),
    ]),
  ]).finally(() => clearTimeout(tooLate));
  const pageAgain = async () => {
    const page = await onlyPage(await chromium.connectOverCDP(address));
    await watchPage(page, options);
    return page;
  };
  const page = await pageAgain();
  const end = async (signal: NodeJS.Signals) => {
    const from = performance.now();
    child.kill(signal);
    await ended;
    return performance.now() - from;
  };
  return {
    page,
    pageAgain,
    call: callOf(page),
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** As `npm run demo` does before it opens the desktop window. */
async function seed(args: readonly string[]): Promise<void> {
  const folder = args[args.indexOf('--data') + 1] ?? '';
  if (existsSync(join(folder, 'keytill.db'))) return;
  const till = await serveBuiltTill({ entry: 'demo', args });
  await till.stop();
}

/** Reads on after the line it waits for, so that the till is never held up by a full pipe. */
function lineOf(
  child: ChildProcess,
  stream: 'stdout' | 'stderr',
  wanted: RegExp,
  said: string[],
): Promise<string> {
  const input = child[stream];
  if (!input) throw new Error(`the till has no ${stream}`);
  return new Promise((found, reject) => {
    child.once('exit', code => reject(new Error(`the till ended with ${code}: ${said.join('\n')}`)));
    createInterface({ input }).on('line', line => {
      if (stream === 'stderr') said.push(line);
      const match = wanted.exec(line);
      if (match) found(match[1] ?? '');
    });
  });
}

async function onlyPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('the desktop till shows no page');
  return page;
}

function callOf(page: Page): TillProgram['call'] {
  return async (method, input) => {
    const answer = await page.evaluate(
      ([name, given]) => {
        const { keytill } = window as unknown as {
          keytill: { call(method: Method, input: unknown): Promise<unknown> };
        };
        return keytill.call(name, given);
      },
      [method, input] as const,
    );
    const { ok, value, error } = answer as { ok: boolean; value: never; error: TillError };
    if (!ok) throw new TillError(error.code, error.message, error.details);
    return value;
  };
}

/** Undefined where it has not been downloaded. */
function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const named = join(folder, 'path.txt');
  const binary = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8')) : undefined;
  return binary && existsSync(binary) ? binary : undefined;
}
