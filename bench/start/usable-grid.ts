import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSandbox } from '../../electron/sandbox/sandbox.ts';
import { connectProgram, programWith, serveBuiltTill } from '../../test/support/served-till.ts';
import { median, ms, note, print } from '../measure.ts';
import { freePort } from './free-port.ts';
import { openKioskWindow } from './kiosk-window.ts';
import { PIN, setUpShop } from './set-up-shop.ts';

const ROUNDS = 7;
/** Chromium keeps compiled code from the third time it meets it. */
const WARM_UP = 3;
const OFFERS = 10_000;

/**
 * From the start of the `serve` process to a product grid that is painted and can be tapped, next to what nobody can
 * avoid: Node's own start, and the same Chromium with an empty page. In turns, so that both meet the same
 * machine. Both windows are opened as the till opens its own: neither waits for the measuring program before it turns to
 * its page.
 */
export async function usableGrid(home: string): Promise<boolean> {
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
  const profile = join(home, 'browser');
  try {
    const known = await prepare(serve, sandbox.token, profile);
    const floors: number[] = [];
    const starts: Start[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const floor = await emptyPage(join(home, 'empty'));
      const start = await paintedGrid(serve, profile, known);
      if (round < WARM_UP) continue;
      floors.push(floor);
      starts.push(start);
    }
    const of = (part: keyof Start): number => median(starts.map(start => start[part]));
    // Its best time: what the machine did besides in one round must not make the till look quick.
    const floor = Math.min(...floors);
    note('start', `Node and Chromium with an empty page: ${ms(floor)} at best, median ${ms(median(floors))}`);
    note(
      'start',
      `serve with ${OFFERS} offers: ready ${ms(of('ready'))}, signed in ${ms(of('signedIn'))}, usable grid ${ms(of('usable'))}`,
    );
    return print({
      bench: 'start',
      what: 'median of the usable grid / best of (Node + empty page)',
      ratio: of('usable') / floor,
      most: 1.5,
    });
  } finally {
    await sandbox.stop();
  }
}

/** Milliseconds since the process was started. */
interface Start {
  ready: number;
  signedIn: number;
  usable: number;
}

type Serve = () => ReturnType<typeof serveBuiltTill>;

/** What is known of the shop from the day before. */
interface Known {
  origin: string;
  /** Of the program that types the PIN. */
  cookie: string;
  staffId: string;
  /** What the grid begins with. */
  firstProduct: string;
}

/** A shop that is set up, and a browser that has been let in. */
async function prepare(serve: Serve, token: string, profile: string): Promise<Known> {
  const first = await serve();
  const program = await connectProgram(first.url);
  const { cookie, call } = program;
  const staffId = await setUpShop(program, token);
  await call('session.signIn', { staffId, pin: PIN });
  await call('catalogue.sync', {});
  const { products } = await call('catalogue.products', { limit: 1 });
  await first.stop();

  const second = await serve();
  const window = await openKioskWindow(second.url, profile);
  await window.page.getByRole('button', { name: 'Unlock' }).waitFor();
  await window.close();
  await second.stop();
  return { origin: second.origin, cookie, staffId, firstProduct: products[0]?.name ?? '' };
}

/** Node until it runs a line, then Chromium until it has painted an empty page. */
async function emptyPage(profile: string): Promise<number> {
  const from = performance.now();
  await once(spawn(process.execPath, ['-e', '0']), 'exit');
  const window = await openKioskWindow('about:blank', profile);
  await window.painted();
  const took = performance.now() - from;
  await window.close();
  return took;
}

/**
 * Till and window are started together, as a kiosk's two services are, and the window waits for the till. The cashier's
 * PIN is typed meanwhile, by a program.
 */
async function paintedGrid(serve: Serve, profile: string, known: Known): Promise<Start> {
  const from = performance.now();
  const since = () => performance.now() - from;
  const starting = serve().then(async till => {
    const ready = since();
    const { call } = programWith(known.origin, known.cookie);
    await call('session.signIn', { staffId: known.staffId, pin: PIN });
    return { till, ready, signedIn: since() };
  });
  const [window, { till, ready, signedIn }] = await Promise.all([
    openKioskWindow(`${known.origin}/`, profile),
    starting,
  ]);
  await window.page.waitForFunction(isOnATile, known.firstProduct);
  await window.painted();
  const usable = since();
  await canBeTapped(window.page, known.firstProduct);
  await window.close();
  await till.stop();
  return { ready, signedIn, usable };
}

/** Runs in the page. Far cheaper than to ask for a role and a name, which nobody at the counter waits for. */
function isOnATile(product: string): boolean {
  return [...document.querySelectorAll('li button')].some(tile => tile.textContent?.includes(product));
}

/** Not timed: the tile is the one that Playwright would click, with nothing over it, and opens its product. */
async function canBeTapped(page: Page, product: string): Promise<void> {
  await page.getByRole('button', { name: product, exact: true }).click();
  await page.getByRole('heading', { name: product }).waitFor();
}
