import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { logFile } from '../../electron/log.ts';
import { commandOf, hostsUnderTest } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PATIENCE = { timeout: 30_000, interval: 50 };

/** Added to the built program: it says that it started, and fails as the file `fault` in its data folder tells it to. */
const FAULTY = `
{
  const { appendFileSync, existsSync, readFileSync, rmSync } = process.getBuiltinModule('fs');
  appendFileSync(process.env.TEST_STARTS, process.pid + '\\n');
  setInterval(() => {
    const fault = process.env.TEST_STARTS + '.fault';
    if (!existsSync(fault)) return;
    const isThrown = readFileSync(fault, 'utf8') === 'thrown';
    rmSync(fault);
    if (isThrown) throw new Error('a fault that was thrown');
    Promise.reject(new Error('a fault that was rejected'));
  }, 20);
}`;

describe.runIf(areNamed() && hostsUnderTest().includes('double'))(
  'on the double of Electron the desktop till',
  () => {
    let folder: string;
    let program: string;
    let data: string;
    let browser: Browser | undefined;

    beforeAll(() => {
      // Below the project, so that a copy of the programs finds its packages.
      const cache = join(ROOT, 'node_modules', '.cache', 'keytill');
      mkdirSync(cache, { recursive: true });
      folder = mkdtempSync(join(cache, 'crashes-'));
      program = join(folder, 'program');
      for (const part of ['main', 'preload', 'renderer'])
        cpSync(join(ROOT, 'out', part), join(program, 'out', part), { recursive: true });
      cpSync(join(ROOT, 'package.json'), join(program, 'package.json'));
      appendFileSync(join(program, 'out', 'main', 'main.js'), FAULTY);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
    afterEach(async () => {
      await browser?.close();
      browser = undefined;
      for (const pid of starts()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
      await vi.waitFor(() => expect(starts().filter(isAlive)).toEqual([]), PATIENCE);
    });

    const started = () => join(data, 'starts');
    const starts = (): number[] =>
      existsSync(started()) ? readFileSync(started(), 'utf8').trim().split('\n').map(Number) : [];
    const crashes = (): number[] => JSON.parse(readFileSync(join(data, 'desktop', 'crashes.json'), 'utf8'));
    const fail = (how: 'thrown' | 'rejected') => writeFileSync(`${started()}.fault`, how);

    function start(name: string, args: readonly string[] = []): ChildProcess {
      data = join(folder, name);
      mkdirSync(join(data, 'desktop'), { recursive: true });
      const [binary = '', ...switches] = commandOf('double');
      const own = ['--data', data, '--keychain', 'memory', '--partner', 'http://127.0.0.1:9', ...args];
      const env = { ...process.env, TEST_STARTS: started() };
      return spawn(binary, [...switches, program, ...own], { stdio: 'ignore', env });
    }

    /** The page of the till that runs now, whoever started it. */
    async function page(): Promise<Page> {
      const [port, path] = await vi.waitFor(() => {
        const lines = readFileSync(join(data, 'desktop', 'DevToolsActivePort'), 'utf8').split('\n');
        expect(lines.length).toBe(2);
        return lines;
      }, PATIENCE);
      await browser?.close();
      browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
      const [context] = browser.contexts();
      const shown = context?.pages()[0] ?? (await context?.waitForEvent('page'));
      if (!shown) throw new Error('the till shows no page');
      return shown;
    }

    const isOpen = async () => (await page()).getByRole('button', { name: 'Continue' }).waitFor();

    /** Resolves when another program has taken the place of the one that fails now, and its till is open. */
    async function comesBack(): Promise<void> {
      const before = starts().length;
      rmSync(join(data, 'desktop', 'DevToolsActivePort'), { force: true });
      fail('thrown');
      await vi.waitFor(() => expect(starts()).toHaveLength(before + 1), PATIENCE);
      await isOpen();
      expect(starts().filter(isAlive)).toEqual(starts().slice(-1));
    }

    test('takes its own place, with its data and its options, when something in it fails that nobody handled', async () => {
      start('again');
      await isOpen();
      await comesBack();
      await comesBack();
      expect(crashes()).toHaveLength(2);
      expect(readFileSync(logFile(data), 'utf8')).toMatch(/an error nobody handled/);
    }, 120_000);

    test('goes on after a rejection that nobody handled, and writes it down', async () => {
      start('rejected');
      await isOpen();
      fail('rejected');
      await vi.waitFor(
        () => expect(readFileSync(logFile(data), 'utf8')).toMatch(/a fault that was rejected/),
        PATIENCE,
      );
      await isOpen();
      expect(starts()).toHaveLength(1);
    }, 60_000);

    test('ends with an error and starts nothing where the system starts it again', async () => {
      const till = start('system', ['--restarted-by', 'system']);
      await isOpen();
      const ended = once(till, 'exit');
      fail('thrown');
      expect(await ended).toEqual([1, null]);
      expect(crashes()).toHaveLength(1);
      expect(starts()).toHaveLength(1);
    }, 60_000);

    test('says what to do instead of trying a seventh time, in the shop’s language, and opens when it is asked to', async () => {
      mkdirSync(join(folder, 'kept', 'desktop'), { recursive: true });
      const now = Date.now();
      writeFileSync(join(folder, 'kept', 'desktop', 'crashes.json'), JSON.stringify(Array(6).fill(now)));
      writeFileSync(join(folder, 'kept', 'desktop', 'language'), 'ru');
      start('kept', ['--profile', 'kiosk']);
      const shown = await page();
      await shown.getByRole('heading', { name: 'Касса снова и снова завершается с ошибкой' }).waitFor();
      expect(existsSync(join(data, 'keytill.db'))).toBe(false);
      await shown.getByRole('link', { name: 'Попробовать ещё раз' }).click();
      await shown.getByRole('button', { name: 'Continue' }).waitFor();
      expect(existsSync(join(data, 'keytill.db'))).toBe(true);
    }, 60_000);
  },
);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
