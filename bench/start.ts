import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startSandbox } from '../electron/sandbox/sandbox.ts';
import { openBrowser } from '../test/support/browser.ts';
import { connectProgram, serveBuiltTill } from '../test/support/served-till.ts';
import { median, ms, note, print } from './measure.ts';

const ROUNDS = 7;
const OFFERS = 10_000;
const PIN = '2468';

/**
 * From the start of the `serve` process to a product grid that is painted and can be tapped, with a real keyring, next to
 * what nobody can avoid: Node's own start, and Chromium with an empty page. In turns, so that both meet the same machine.
 */
export async function benchStart(): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'keytill-bench-'));
  const sandbox = await startSandbox({ offers: OFFERS });
  const args = ['--data', join(home, 'till'), '--partner', sandbox.url, '--aggregator', sandbox.url];
  const serve = () => serveBuiltTill({ entry: 'serve', args, keyringHome: home });
  try {
    await prepare(serve, sandbox.token);
    const floors: number[] = [];
    const starts: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const floor = await emptyPage();
      const start = await paintedGrid(serve);
      if (round === 0) continue;
      floors.push(floor);
      starts.push(start);
    }
    note('start', `Node and Chromium with an empty page: median ${ms(median(floors))}`);
    note('start', `serve to a usable grid of ${OFFERS} offers: median ${ms(median(starts))}`);
    return print({
      bench: 'start',
      what: 'usable grid / (Node + empty page)',
      ratio: median(starts) / median(floors),
      most: 1.5,
    });
  } finally {
    await sandbox.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

type Serve = () => ReturnType<typeof serveBuiltTill>;

async function prepare(serve: Serve, token: string): Promise<void> {
  const till = await serve();
  const { call } = await connectProgram(till.url);
  const { staff } = await call('setup.complete', {
    language: 'en',
    shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
    token,
    manager: { name: 'Mira', pin: PIN },
    rates: { USD: '470', RUB: '5', KZT: '1', EUR: '510', TRY: '14' },
  });
  await call('session.signIn', { staffId: staff.id, pin: PIN });
  await call('catalogue.sync', {});
  await till.stop();
}

/** Node until it runs a line, then Chromium until it has painted an empty page. */
async function emptyPage(): Promise<number> {
  const from = performance.now();
  await once(spawn(process.execPath, ['-e', '0']), 'exit');
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.evaluate(
    () => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
  const took = performance.now() - from;
  await browser.close();
  return took;
}

/** The window is opened as soon as the till says it is ready; the cashier signs in meanwhile, as the shop's launcher would let them. */
async function paintedGrid(serve: Serve): Promise<number> {
  const from = performance.now();
  const till = await serve();
  const [browser, program] = await Promise.all([openBrowser(), signedIn(till.url)]);
  await grid(browser, till.origin, program.cookie);
  const took = performance.now() - from;
  await browser.close();
  await till.stop();
  return took;
}

async function signedIn(url: string): ReturnType<typeof connectProgram> {
  const program = await connectProgram(url);
  const { staff } = await program.call('staff.list', {});
  await program.call('session.signIn', { staffId: staff[0]?.id ?? '', pin: PIN });
  return program;
}

async function grid(browser: Browser, origin: string, cookie: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(origin, { waitUntil: 'commit' });
  await page
    .getByRole('button', { name: 'Steam US', exact: true })
    .or(page.locator('[data-product]'))
    .first()
    .waitFor();
  await page.evaluate(
    () => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
}
