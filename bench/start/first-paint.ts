import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { createCatalogue } from '../../electron/catalogue/catalogue.ts';
import { startSandbox } from '../../electron/sandbox/sandbox.ts';
import { openStore } from '../../electron/store/open.ts';
import { aShop } from '../../test/support/a-shop.ts';
import { FakePartner, pagesOf, refused } from '../../test/support/fake-partner.ts';
import { openHostedTill } from '../../test/support/hosts.ts';
import { manyOffers } from '../../test/support/many-offers.ts';
import { connectProgram, serveBuiltTill } from '../../test/support/served-till.ts';
import { ms, note, print } from '../measure.ts';
import { freePort } from './free-port.ts';
import { openKioskWindow } from './kiosk-window.ts';
import { setUpShop } from './set-up-shop.ts';

const ROUNDS = 7;
const WARM_UP = 1;
const FEW = 300;
const MANY = 64_000;

/** A shop with so many offers, and how both hosts show it. */
interface Shop {
  args: string[];
  /** The window of a kiosk, which has been let in before. */
  profile: string;
  origin: string;
}

/** Milliseconds from the start of the process to the first paint of its window, as each host shows it. */
type Paint = (shop: Shop) => Promise<number>;
const HOSTS: Readonly<Record<string, Paint>> = { desktop: onDesktop, loopback: onLoopback };

/**
 * Whether a large catalogue holds up the window. Both sizes in turns, so that they meet the same machine, and the best of
 * each, because what else the machine does is not the till's. The desktop is the double of Electron.
 */
export async function firstPaint(home: string): Promise<boolean> {
  const sandbox = await startSandbox({ offers: 10 });
  try {
    const few = await shopWith(FEW, join(home, 'few'), sandbox);
    const many = await shopWith(MANY, join(home, 'many'), sandbox);
    let allWell = true;
    for (const [host, paint] of Object.entries(HOSTS))
      allWell = (await compare(host, paint, few, many)) && allWell;
    return allWell;
  } finally {
    await sandbox.stop();
  }
}

async function compare(host: string, paint: Paint, few: Shop, many: Shop): Promise<boolean> {
  const times: { few: number; many: number }[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const time = { few: await paint(few), many: await paint(many) };
    if (round >= WARM_UP) times.push(time);
  }
  const best = (size: 'few' | 'many'): number => Math.min(...times.map(time => time[size]));
  note(
    'start',
    `${host}, first paint: ${ms(best('few'))} with ${FEW} offers, ${ms(best('many'))} with ${MANY}`,
  );
  return print({
    bench: 'start',
    what: `${host}, first paint with ${MANY} offers / with ${FEW}`,
    ratio: best('many') / best('few'),
    most: 1.2,
  });
}

async function onDesktop({ args }: Shop): Promise<number> {
  const from = Date.now();
  const till = await openHostedTill('double', { args });
  try {
    return (await paintedAt(till.page)) - from;
  } finally {
    await till.stop();
  }
}

/** Till and window are started together, as a kiosk's two services are. */
async function onLoopback({ args, origin, profile }: Shop): Promise<number> {
  const from = Date.now();
  const [till, window] = await Promise.all([
    serveBuiltTill({ entry: 'serve', args: [...args, '--port', new URL(origin).port] }),
    openKioskWindow(`${origin}/`, profile),
  ]);
  try {
    await window.page.getByRole('button', { name: 'Unlock' }).waitFor();
    return (await paintedAt(window.page)) - from;
  } finally {
    await window.close();
    await till.stop();
  }
}

/** Milliseconds since the epoch. */
function paintedAt(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    if (!first) throw new Error('nothing has been painted');
    return performance.timeOrigin + first.startTime;
  });
}

async function shopWith(offers: number, folder: string, sandbox: Sandbox): Promise<Shop> {
  const args = ['--data', join(folder, 'till'), '--partner', sandbox.url, '--aggregator', sandbox.url];
  const port = ['--port', String(await freePort())];
  const serve = () => serveBuiltTill({ entry: 'serve', args: [...args, ...port] });
  const profile = join(folder, 'browser');
  const first = await serve();
  await setUpShop(await connectProgram(first.url), sandbox.token);
  await first.stop();
  await fill(join(folder, 'till', 'keytill.db'), offers);

  const second = await serve();
  const window = await openKioskWindow(second.url, profile);
  await window.page.getByRole('button', { name: 'Unlock' }).waitFor();
  await window.close();
  await second.stop();
  return { args, profile, origin: second.origin };
}

type Sandbox = Pick<Awaited<ReturnType<typeof startSandbox>>, 'url' | 'token'>;

async function fill(path: string, offers: number): Promise<void> {
  const db = openStore(path);
  const catalogue = createCatalogue({
    db,
    clock: systemClock,
    partner: new FakePartner({
      cataloguePage: pagesOf(manyOffers(offers)),
      offer: async () => refused('OFFER_NOT_FOUND'),
    }),
    settings: () => aShop(),
    audit: () => {},
    progress: () => {},
  });
  await catalogue.sync();
  db.close();
}
