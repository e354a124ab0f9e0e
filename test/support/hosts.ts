import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Method } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import { openBrowser, openPage, type PageOptions, watchPage } from './browser.ts';
import { programWith, serveBuiltTill, type TillProgram } from './served-till.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What shows the till: a page on 127.0.0.1, the double of Electron, Electron. */
export type HostName = 'loopback' | 'double' | 'electron';

/** A whole built till and the page that a person sees of it. */
export interface HostedTill {
  readonly page: Page;
  /** Calls the till as its page does. */
  readonly call: TillProgram['call'];
  /** Everything it wrote to stderr. */
  readonly errors: () => string;
  kill(): Promise<void>;
  /** Resolves with the milliseconds that the till took to end. */
  stop(): Promise<number>;
}

/** The hosts that this run is about: the one that was asked for, or all that can run here. */
export function hostsUnderTest(): HostName[] {
  const asked = process.env.KEYTILL_E2E_HOST;
  const all: HostName[] = electronBinary() ? ['loopback', 'double', 'electron'] : ['loopback', 'double'];
  return all.filter(host => asked === undefined || asked === host);
}

/** Starts the built till on this host and opens its page. */
export function openHostedTill(
  host: HostName,
  args: readonly string[],
  options: PageOptions = {},
): Promise<HostedTill> {
  return host === 'loopback' ? onLoopback(args, options) : onDesktop(commandOf(host), args, options);
}

async function onLoopback(args: readonly string[], options: PageOptions): Promise<HostedTill> {
  const [browser, till] = await Promise.all([openBrowser(), serveBuiltTill({ entry: 'serve', args })]);
  const page = await openPage(browser, till.url, options);
  const [cookie] = await page.context().cookies();
  return {
    page,
    call: programWith(till.origin, `${cookie?.name}=${cookie?.value}`).call,
    errors: till.errors,
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
  args: readonly string[],
  options: PageOptions,
): Promise<HostedTill> {
  const [program = '', ...rest] = command;
  const child = spawn(program, [...rest, ROOT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>(done => child.once('exit', () => done()));
  const said: string[] = [];
  const [address] = await Promise.all([
    lineOf(child, 'stderr', /DevTools listening on (\S+)/, said),
    lineOf(child, 'stdout', /("ready":true)/, said),
  ]);
  const browser = await chromium.connectOverCDP(address);
  const page = await onlyPage(browser);
  await watchPage(page, options);
  const end = async (signal: NodeJS.Signals) => {
    const from = performance.now();
    child.kill(signal);
    await ended;
    return performance.now() - from;
  };
  return {
    page,
    call: callOf(page),
    errors: () => said.join('\n'),
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
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
