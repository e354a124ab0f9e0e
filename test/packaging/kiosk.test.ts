import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { windowArguments } from '../../electron/hosts/loopback/app-window.ts';
import { root } from '../build/output.ts';
import { launchArguments } from '../support/chromium.ts';
import {
  homeWithTill,
  type KioskSession,
  openKioskSession,
  settingOf,
  UNITS,
  whyNoScreen,
} from './kiosk-session.ts';

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
const whyNot = whyNoScreen();
if (!hasSystemd)
  console.log("the kiosk's units were not verified: systemd-analyze is missing (package systemd)");
if (whyNot) console.log(`the kiosk's commands were not run: ${whyNot}`);

test.skipIf(!hasSystemd)('systemd finds nothing wrong with the units', () => {
  const person = homeWithTill();
  const units = ['keytill.socket', 'keytill.service', 'keytill-kiosk.service'].map(name => join(UNITS, name));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--user', '--man=no', ...units], {
    encoding: 'utf8',
    env: { ...process.env, HOME: person.home, XDG_RUNTIME_DIR: person.runtime },
  });
  person.remove();
  // Growing delays are of systemd 254; earlier ones leave the lines aside, as the units say.
  const complaints = stderr
    .split('\n')
    .filter(line => line !== '' && !/Unknown key.* '(RestartSteps|RestartMaxDelaySec)'/.test(line));
  expect({ complaints, status }).toEqual({ complaints: [], status: 0 });
});

test.skipIf(!hasSystemd)('the till takes the port that systemd holds for it', async () => {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'keytill-socket-'));
  const till = spawn('systemd-socket-activate', [
    ...[
      '-l',
      `127.0.0.1:${port}`,
      process.execPath,
      join(root, 'out', 'main', 'serve.js'),
      '--no-open',
      '--port',
      '1',
    ],
    ...['--data', data, '--keychain', 'memory', '--partner', 'http://127.0.0.1:9'],
  ]);
  onTestFinished(() => {
    till.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  // The first who comes has the till started, and waits for it.
  const answer = await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/`), { timeout: 10_000 });
  expect(answer.status).toBe(401);
});

test('the socket is where the kiosk and its rules look for the till', () => {
  expect(readFileSync(join(UNITS, 'keytill.socket'), 'utf8')).toContain(
    `\nListenStream=127.0.0.1:${usualPort()}\n`,
  );
  expect(settingOf('keytill', 'Requires')).toEqual(['keytill.socket']);
});

test('the kiosk has every switch of the window that the till opens itself', () => {
  const words = settingOf('keytill-kiosk', 'ExecStart')[0]?.split(/\s+/) ?? [];
  const names = (switches: string[]) => switches.map(word => word.split('=')[0]);
  const own = windowArguments('about:blank', 'PROFILE', false).filter(
    word => !/^--(app|disable-translate)/.test(word),
  );
  expect(names(words)).toEqual(expect.arrayContaining(names(own)));
  expect(words.join(' ')).toContain('--disable-features=BackgroundResourceFetch,');
});

test('the till and its screen are started again for ever, ever more slowly', () => {
  for (const unit of ['keytill', 'keytill-kiosk']) {
    const [restart] = settingOf(unit, 'Restart');
    const [limit] = settingOf(unit, 'StartLimitIntervalSec');
    expect([unit, restart, limit, settingOf(unit, 'RestartMaxDelaySec')]).toEqual([
      unit,
      'always',
      '0',
      ['30'],
    ]);
  }
});

test('neither the till nor its screen leaves what it knows in a core file', () => {
  for (const unit of ['keytill', 'keytill-kiosk']) expect(settingOf(unit, 'LimitCORE')).toEqual(['0']);
});

test("Chromium's rules shut every address but the till's own, and the tools of developers", () => {
  const policy = JSON.parse(readFileSync(join(UNITS, 'chromium-policy.json'), 'utf8'));
  expect(policy.URLBlocklist).toEqual(expect.arrayContaining(['*', 'chrome://*']));
  const till = `http://127.0.0.1:${usualPort()}`;
  expect(policy.URLAllowlist).toEqual([till, 'file:///run/user/', `blob:${till}/*`]);
  expect(policy).toMatchObject({
    DeveloperToolsAvailability: 2,
    AllowFileSelectionDialogs: false,
    PrintingEnabled: false,
  });
});

describe.skipIf(whyNot)('the commands of the units, on a screen', () => {
  let session: KioskSession;
  let browser: Browser | undefined;
  beforeAll(async () => {
    session = await openKioskSession({
      KEYTILL_PORT: String(await freePort()),
      KEYTILL_KEYCHAIN: 'memory',
      KEYTILL_PARTNER: 'http://127.0.0.1:9',
      CHROMIUM_SWITCHES: ['--remote-debugging-port=0', ...launchArguments()].join(' '),
    });
  });
  afterAll(async () => {
    await browser?.close();
    await session.end();
  });

  const profile = () => join(session.home, '.local', 'share', 'keytill', 'browser');
  const startScreen = async (): Promise<Page> => {
    rmSync(join(profile(), 'DevToolsActivePort'), { force: true });
    await session.start('keytill-kiosk');
    const port = await vi.waitFor(
      () => {
        const [line] = readFileSync(join(profile(), 'DevToolsActivePort'), 'utf8').split('\n');
        // The file is there before what is in it.
        expect(line).toMatch(/^\d+$/);
        return Number(line);
      },
      { timeout: 15_000, interval: 50 },
    );
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [page] = browser.contexts().flatMap(context => context.pages());
    if (!page) throw new Error('the kiosk has no page');
    await page.getByRole('button', { name: 'English' }).or(page.getByRole('heading')).first().waitFor();
    await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    return page;
  };
  const phase = (page: Page) =>
    page.evaluate(async () => {
      const body = JSON.stringify({ method: 'terminal.status', input: {} });
      const response = await fetch('/call', { method: 'POST', body });
      return (await response.json()).value?.phase;
    });

  test('bring up the till and nothing around it, whichever is started first, and again after either is killed', async () => {
    const screen = startScreen();
    await session.start('keytill');
    const page = await screen;
    expect(await phase(page)).toBe('setup');
    // No window manager is here to make it as large as the screen; there is nothing around the page but the page.
    expect(await page.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight])).toEqual([0, 0]);
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''));

    await session.kill('keytill', 'SIGKILL');
    expect(existsSync(join(session.runtime, 'keytill'))).toBe(false);
    await session.start('keytill');
    await expect.poll(() => phase(page).catch(() => undefined), { timeout: 15_000 }).toBe('setup');
    expect(await page.locator('body[data-same-page]').count()).toBe(1);

    await browser?.close();
    await session.kill('keytill-kiosk', 'SIGKILL');
    expect(await phase(await startScreen())).toBe('setup');
  }, 60_000);
});

function usualPort(): string | undefined {
  return /USUAL_PORT = (\d+)/.exec(readFileSync(join(root, 'electron', 'serve.ts'), 'utf8'))?.[1];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
