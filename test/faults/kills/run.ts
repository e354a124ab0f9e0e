import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startSandbox } from '../../../electron/sandbox/sandbox.ts';
import type { OfferId } from '../../../shared/offer-id.ts';
import { openSecretService } from '../../support/secret-service.ts';
import type { TillProgram } from '../../support/served-till.ts';
import { type Chance, seededChance } from '../chance.ts';
import { type Counter, createCounter, pause } from './counter.ts';
import { type Browser, openBrowser, type RunningTill, startTill, type TillPlace } from './killable-till.ts';
import { disagreements, readBooks } from './reckoning.ts';
import { settleEverything } from './settle.ts';
import { createWeather, type Weather } from './weather.ts';
import { killDuringMigration } from './young-till.ts';

const TIMES_AS_FAST = 30;
const PIN = '2468';
const LONGEST_WAIT_MS = 30_000;
const OFFERS: readonly OfferId[] = [999, 1001, 'telegram_stars_100'];

export interface Reckoning {
  seed: number;
  kills: { underLoad: number; duringStart: number; duringMigration: number; duringBackup: number };
  sales: number;
  orders: number;
  /** Orders for which more than one create-order request came. */
  askedTwice: number;
  wrong: string[];
}

/**
 * Sells over the counter of a real till with a real keychain and a partner in changing weather, kills the till `times`
 * times at moments that follow from `seed`, starts it again each time, and reckons up when all is settled.
 */
export async function killRepeatedly(
  times: number,
  seed: number,
  progress: (done: number) => void,
): Promise<Reckoning> {
  const home = mkdtempSync(join(tmpdir(), 'keytill-kills-'));
  const service = await openSecretService(home);
  const sandbox = await startSandbox({ balance: '10000000' });
  const began = { TEST_TIMES_AS_FAST: String(TIMES_AS_FAST), TEST_TIME_BEGAN: String(Date.now()) };
  const environment = { ...service.environment, ...began };
  const place = { folder: join(home, 'till'), partner: sandbox.url, environment };
  const chance = seededChance(seed);
  const shop = createShop(place, createWeather(sandbox, seededChance(seed + 1)), chance);
  try {
    const counter = createCounter(seededChance(seed + 2), await shop.setUp(sandbox.token));
    const kills = { underLoad: 0, duringStart: 0, duringMigration: 0, duringBackup: 0 };
    const wrong: string[] = [];
    for (let kill = 0; kill < times; kill++) {
      const kind = chance();
      if (kind < 0.1) {
        wrong.push(...(await killDuringMigration({ ...place, folder: join(home, 'young') }, chance)));
        kills.duringMigration++;
      } else if (kind < 0.35) {
        await shop.killDuringStart();
        kills.duringStart++;
      } else if (kind < 0.5) {
        await shop.killDuringBackup(counter);
        kills.duringBackup++;
      } else {
        await shop.killUnderLoad(counter);
        kills.underLoad++;
      }
      progress(kill + 1);
    }
    wrong.push(...(await shop.closeForTheDay(counter, sandbox.ledger.orders)));
    const creates = Object.values(sandbox.ledger.createsByTransactionId());
    return {
      seed,
      kills,
      sales: counter.attempts.length,
      orders: creates.length,
      askedTwice: creates.filter(count => count > 1).length,
      wrong,
    };
  } finally {
    await shop.leave();
    await sandbox.stop();
    await service.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** As its screen does: a till whose keychain was slow to answer looks for its secrets again when it is asked how it is. */
async function untilReady(program: TillProgram): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const { phase, blocked } = await program.call('terminal.status', {});
    if (phase === 'ready') return;
    if (performance.now() > deadline) throw new Error(`the till stays ${phase}: ${JSON.stringify(blocked)}`);
    await pause(100);
  }
}

function createShop(place: TillPlace, weather: Weather, chance: Chance) {
  const browser: Browser = openBrowser();
  let running: RunningTill | undefined;
  let staffId = '';

  async function start(): Promise<void> {
    running = startTill(place);
    await browser.follow(await running.ready);
    if (!staffId) return;
    await untilReady(browser.program());
    await browser.program().call('session.signIn', { staffId, pin: PIN });
  }

  /** `meanwhile`: what else the till is doing when it dies. */
  async function killWhileSelling(
    counter: Counter,
    afterMs: number,
    meanwhile: (program: TillProgram) => Promise<unknown> = async () => {},
  ): Promise<void> {
    await weather.turn();
    if (!running) await start();
    const people = counter.open(browser.program);
    const cutShort = meanwhile(browser.program()).catch(() => {});
    await pause(afterMs);
    await running?.kill();
    running = undefined;
    await Promise.all([people.close(), cutShort]);
  }

  return {
    async setUp(token: string): Promise<Map<OfferId, string>> {
      await start();
      const program = browser.program();
      const { staff } = await program.call('setup.complete', {
        language: 'en',
        shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
        token,
        manager: { name: 'Mira', pin: PIN },
        rates: { USD: '470.00', KZT: '1', RUB: '5', EUR: '510', TRY: '14' },
        markupPercent: '8',
      });
      staffId = staff.id;
      await program.call('session.signIn', { staffId, pin: PIN });
      await program.call('catalogue.import', { offerIds: OFFERS.join(', ') });
      const prices = OFFERS.map(async offerId => {
        const { offer } = await program.call('catalogue.get', { offerId });
        return [offerId, offer.price ?? '0'] as const;
      });
      return new Map(await Promise.all(prices));
    },
    killUnderLoad: (counter: Counter) => killWhileSelling(counter, 50 + chance() * 450),
    async killDuringBackup(counter: Counter): Promise<void> {
      await killWhileSelling(counter, 20 + chance() * 200, program => program.call('backup.create', {}));
    },
    async killDuringStart(): Promise<void> {
      await running?.kill();
      running = startTill(place);
      await pause(100 + chance() * 700);
      await running.kill();
      running = undefined;
    },
    /** The weather clears, everything is settled, and the books are read and compared. */
    async closeForTheDay(
      counter: Counter,
      ledger: () => Parameters<typeof disagreements>[2],
    ): Promise<string[]> {
      await weather.clear();
      await running?.kill();
      await start();
      await counter.askAgain(browser.program());
      await settleEverything(browser.program());
      const books = await readBooks(browser.program());
      const wrong = disagreements(books, counter.attempts, ledger());
      const { backup } = await browser.program().call('backup.create', {});
      const { backups } = await browser.program().call('backup.list', {});
      if (!backup.verified) wrong.push('no good backup can be made any more');
      wrong.push(
        ...backups.filter(({ verified }) => !verified).map(({ name }) => `the backup ${name} is no good`),
      );
      const code = await running?.stop();
      running = undefined;
      if (code !== 0) wrong.push(`the till stopped with ${code}`);
      const db = new Database(join(place.folder, 'keytill.db'), { readonly: true });
      const check = db.pragma('integrity_check', { simple: true });
      db.close();
      return check === 'ok' ? wrong : [...wrong, `the file is damaged: ${String(check)}`];
    },
    async leave(): Promise<void> {
      await running?.kill();
    },
  };
}
