import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { windowArguments } from '../../../electron/hosts/loopback/app-window.ts';
import { writeLaunchPage } from '../../../electron/hosts/loopback/launch-page.ts';
import { chromiumPath, launchArguments } from '../../support/chromium.ts';
import { serveEachTest } from './served-till.ts';

const served = serveEachTest();
let folder: string;
let browser: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-launch-'));
});
afterEach(async () => {
  if (browser && browser.exitCode === null) {
    const gone = new Promise(resolve => browser?.once('exit', resolve));
    browser.kill();
    await gone;
  }
  browser = undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

test.skipIf(process.platform === 'win32')('only this user can read it, whatever lay there before', () => {
  const file = join(folder, 'open.html');
  writeFileSync(file, 'old', { mode: 0o644 });
  const page = writeLaunchPage(folder, 'http://127.0.0.1:1/?launch=new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toContain('url=http://127.0.0.1:1/?launch=new"');
  page.remove();
  expect(existsSync(file)).toBe(false);
  expect(page.remove).not.toThrow();
});

test('a window opened on it ends on the till, and no process ever names the code', async () => {
  const url = served.host.launchUrl(() => page.remove());
  const page = writeLaunchPage(folder, url);
  const code = String(new URL(url).searchParams.get('launch'));
  const args = windowArguments(page.address, join(folder, 'browser'), false);
  browser = spawn(chromiumPath(), ['--headless=new', ...launchArguments(), ...args], { stdio: 'ignore' });
  await vi.waitFor(
    () => {
      expect(commandLines().filter(line => line.includes(code))).toEqual([]);
      expect(served.till.calls).toEqual([{ method: 'opened', input: `${served.origin}/` }]);
    },
    { timeout: 20_000, interval: 20 },
  );
  expect(existsSync(join(folder, 'open.html'))).toBe(false);
}, 30_000);

/** Of every process, as any user of the machine may read them; none where the system has no such place. */
function commandLines(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(id => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    });
}
