import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type KioskSession, openKioskSession, UNITS } from '../packaging/kiosk-session.ts';
import { launchArguments } from '../support/chromium.ts';
import type { Layout } from './attempts.ts';

/** Where Debian's Chromium looks for its rules; this program has a folder of its own there (see `npm run escapes`). */
const RULES = '/etc/chromium/policies/managed/keytill.json';

/** A counter with the kiosk of docs/kiosk.md on it: screen, openbox, Chromium's rules, the till and its browser. */
export interface Desk {
  page: Page;
  /** Real keys and mouse buttons. */
  xdotool(args: readonly string[]): void;
  /** The windows that the session shows, by their X ids. */
  windows(): string[];
  geometry(window: string): string;
  /** As in a session that started with this layout. */
  lay(layout: Layout): void;
  /** The browser is started anew, as its unit does when it ended. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const port = await freePort();
  const session = await openKioskSession({
    KEYTILL_PORT: String(port),
    KEYTILL_KEYCHAIN: 'memory',
    KEYTILL_PARTNER: 'http://127.0.0.1:9',
    CHROMIUM_SWITCHES: ['--remote-debugging-port=0', ...launchArguments()].join(' '),
  });
  const rules = readFileSync(join(UNITS, 'chromium-policy.json'), 'utf8')
    .replaceAll('4720', String(port))
    // With it Chromium lets nobody look on: the keys that would open the tools are tried all the same.
    .replace(/ *"DeveloperToolsAvailability": 2,\n/, '')
    .replace('file:///run/user/', `file://${session.runtime}/`);
  mkdirSync(dirname(RULES), { recursive: true });
  writeFileSync(RULES, rules);
  const env = { ...process.env, DISPLAY: session.display, HOME: session.home };
  const settings = join(session.home, '.config', 'openbox');
  mkdirSync(settings, { recursive: true });
  copyFileSync(join(UNITS, 'openbox.xml'), join(settings, 'rc.xml'));
  const openbox = spawn('openbox', ['--sm-disable'], {
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [openbox.stdout, openbox.stderr]) {
    stream.on('data', data => {
      said += data;
    });
  }
  await session.start('keytill');
  let browser: Browser | undefined;
  const run = (program: string, args: readonly string[]) =>
    spawnSync(program, [...args], { env, encoding: 'utf8' }).stdout ?? '';
  const desk: Desk = {
    page: undefined as unknown as Page,
    xdotool: args => void run('xdotool', args),
    windows: () => run('xprop', ['-root', '_NET_CLIENT_LIST']).match(/0x[0-9a-f]+/g) ?? [],
    geometry: window =>
      run('xdotool', ['getwindowgeometry', window]).replace(/^.*\n/, '').replace(/\s+/g, ' ').trim(),
    lay({ name }) {
      run('setxkbmap', [name]);
      run('openbox', ['--reconfigure']);
    },
    async restart() {
      await browser?.close().catch(() => {});
      await session.kill('keytill-kiosk', 'SIGKILL');
      ({ browser, page: desk.page } = await startBrowser(session));
    },
    async end() {
      await browser?.close().catch(() => {});
      openbox.kill();
      await session.end();
      rmSync(RULES, { force: true });
    },
  };
  await desk.restart();
  const [refused] = said.match(/Invalid .+ in key binding/) ?? [];
  if (refused !== undefined) {
    await desk.end();
    throw new Error(`openbox does not know a key of openbox.xml: ${refused}`);
  }
  return desk;
}

async function startBrowser(session: KioskSession): Promise<{ browser: Browser; page: Page }> {
  const file = join(session.home, '.local', 'share', 'keytill', 'browser', 'DevToolsActivePort');
  rmSync(file, { force: true });
  await session.start('keytill-kiosk');
  const line = await eventually(() => {
    const [port = ''] = readFileSync(file, 'utf8').split('\n');
    // The file is there before what is in it.
    if (port === '') throw new Error('the browser says no port');
    return port;
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${line}`);
  const page = await eventually(() => {
    const [found] = browser.contexts().flatMap(context => context.pages());
    if (!found?.url().startsWith('http://127.0.0.1'))
      throw new Error(`the kiosk shows no till: ${found?.url()}`);
    return found;
  });
  await page.getByRole('button').first().waitFor();
  return { browser, page };
}

async function eventually<T>(look: () => T): Promise<T> {
  for (const until = Date.now() + 20_000; ; ) {
    try {
      return look();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
