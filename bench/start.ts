import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { startSandbox } from '../electron/sandbox/sandbox.ts';
import { chromiumPath, launchArguments } from '../test/support/chromium.ts';
import { spawnUnderSecretService } from '../test/support/secret-service.ts';
import { connectProgram, serveBuiltTill } from '../test/support/served-till.ts';
import { median, ms, note, print } from './measure.ts';

const ROUNDS = 7;
/** Chromium keeps compiled code from the third time it meets it. */
const WARM_UP = 3;
const OFFERS = 10_000;
const PIN = '2468';

/**
 * From the start of the `serve` process to a product grid that is painted and can be tapped, with a real keyring, next to
 * what nobody can avoid: Node's own start, and Chromium with an empty page. In turns, so that both meet the same machine.
 * The desktop session, with its keyring, is up before the till, as it is in a shop.
 */
export async function benchStart(): Promise<boolean> {
  if (process.env.KEYTILL_BENCH_SESSION) return measureStarts();
  const home = mkdtempSync(join(tmpdir(), 'keytill-bench-'));
  try {
    const command = [process.execPath, join(import.meta.dirname, 'main.ts'), 'start'];
    const session = spawnUnderSecretService(home, command, { KEYTILL_BENCH_SESSION: '1' });
    session.stdout?.pipe(process.stdout);
    session.stderr?.pipe(process.stderr);
    const [code] = await once(session, 'exit');
    return code === 0;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measureStarts(): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'keytill-bench-'));
  const sandbox = await startSandbox({ offers: OFFERS });
  const args = [
    '--port',
    String(await freePort()),
    '--data',
    join(home, 'till'),
    '--partner',
    sandbox.url,
    '--aggregator',
    sandbox.url,
  ];
  const serve = () => serveBuiltTill({ entry: 'serve', args });
  try {
    await prepare(serve, sandbox.token);
    const floors: number[] = [];
    const starts: Start[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const floor = await emptyPage(join(home, 'empty'));
      const start = await paintedGrid(serve, join(home, 'browser'));
      if (round < WARM_UP) continue;
      floors.push(floor);
      starts.push(start);
    }
    const of = (part: keyof Start): number => median(starts.map(start => start[part]));
    note('start', `Node and Chromium with an empty page: median ${ms(median(floors))}`);
    note(
      'start',
      `serve with ${OFFERS} offers: ready ${ms(of('ready'))}, window open and signed in ${ms(of('opened'))}, usable grid ${ms(of('usable'))}`,
    );
    return print({
      bench: 'start',
      what: 'usable grid / (Node + empty page)',
      ratio: of('usable') / median(floors),
      most: 1.5,
    });
  } finally {
    await sandbox.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Milliseconds since the process was started. */
interface Start {
  ready: number;
  opened: number;
  usable: number;
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
async function emptyPage(profile: string): Promise<number> {
  const from = performance.now();
  await once(spawn(process.execPath, ['-e', '0']), 'exit');
  const browser = await openProfile(profile);
  const page = await onlyPage(browser);
  await page.goto('about:blank');
  await painted(page);
  const took = performance.now() - from;
  await browser.close();
  return took;
}

/** Chromium as a kiosk has it: with a profile of its own, which keeps what it has compiled. */
function openProfile(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: launchArguments(),
    viewport: { width: 1024, height: 768 },
  });
}

/** The window that Chromium opens with, as in a kiosk: no second one is made. */
const onlyPage = async (browser: BrowserContext): Promise<Page> => browser.pages()[0] ?? browser.newPage();

const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));

/**
 * Till and window are started together, as a kiosk's two services are; the window turns to the till when both are there.
 * The cashier's PIN is typed meanwhile, by a program.
 */
async function paintedGrid(serve: Serve, profile: string): Promise<Start> {
  const from = performance.now();
  let ready = 0;
  const starting = serve().then(async till => {
    ready = performance.now() - from;
    return { till, program: await signedIn(till.url) };
  });
  const [browser, { till, program }] = await Promise.all([openProfile(profile), starting]);
  const opened = performance.now() - from;
  await grid(browser, till.origin, program);
  const usable = performance.now() - from;
  await browser.close();
  await till.stop();
  return { ready, opened, usable };
}

interface SignedIn {
  cookie: string;
  /** What the grid begins with. */
  firstProduct: string;
}

async function signedIn(url: string): Promise<SignedIn> {
  const { cookie, call } = await connectProgram(url);
  const { staff } = await call('staff.list', {});
  await call('session.signIn', { staffId: staff[0]?.id ?? '', pin: PIN });
  const { products } = await call('catalogue.products', { limit: 1 });
  return { cookie, firstProduct: products[0]?.name ?? '' };
}

async function grid(
  browser: BrowserContext,
  origin: string,
  { cookie, firstProduct }: SignedIn,
): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await browser.addCookies([{ name, value, url: origin }]);
  const page = await onlyPage(browser);
  await page.goto(origin, { waitUntil: 'commit' });
  await page.getByRole('button', { name: firstProduct, exact: true }).waitFor();
  await painted(page);
}

/** One port for all starts, as in a shop: what Chromium has compiled belongs to an address. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise(closed => server.close(closed));
  return port;
}
