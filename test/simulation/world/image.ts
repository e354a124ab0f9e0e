import Database from 'better-sqlite3';
import { createMemoryKeychain } from '../../../electron/keychain/memory-keychain.ts';
import { buildParts } from '../../../electron/parts.ts';
import type { Keychain, SecretName } from '../../../electron/ports.ts';
import { openStore } from '../../../electron/store/open.ts';
import type { StaffMember } from '../../../shared/contract/common.ts';
import { createDice } from './dice.ts';
import { createDisk, type Disk } from './disk.ts';
import { kindFate } from './fate.ts';
import { createNetwork } from './network.ts';
import { createPartnerModel, type ModelOffer, PROMPT } from './partner-model.ts';
import { beginLife } from './process.ts';
import { createTime } from './time.ts';
import { noTrace } from './trace.ts';
import { WITHOUT_BACKUPS } from './without-backups.ts';

/** A till that is set up and has its offers: where every run begins. */
export interface Image {
  /** `count` disks that hold it, for that many tills. */
  disks(count: number): Disk[];
  readonly secrets: Partial<Record<SecretName, string>>;
  readonly manager: StaffMember;
}

export const TOKEN = '0123456789abcdef0123456789abcdef';

export const SHELF: ModelOffer[] = [
  { offerId: 999, delivery: 'key', price: 2309, currency: 'KZT', gone: false },
  { offerId: 1001, delivery: 'topup', price: 500, currency: 'USD', gone: false },
  { offerId: 'telegram_stars_100', delivery: 'stars', price: 177, currency: 'USD', gone: false },
];

/** Made by the till itself, through its own set-up and import. */
export async function makeImage(): Promise<Image> {
  const time = createTime();
  const dice = createDice(1);
  const partner = createPartnerModel({
    now: time.now,
    dice,
    traits: PROMPT,
    offers: SHELF,
    token: TOKEN,
    cents: 100_000,
  });
  const secrets: Partial<Record<SecretName, string>> = {};
  const keychain = remembering(createMemoryKeychain(), secrets);
  const db = openStore(':memory:');
  const life = beginLife(error => {
    throw error;
  });
  const nobody = { sent() {}, over() {} };
  const parts = buildParts(
    {
      partner: 'http://127.0.0.1:1',
      aggregator: 'http://127.0.0.1:1',
      keychain,
      isDemo: false,
      hasBeenUsed: () => true,
      updates: 'elsewhere',
      ...WITHOUT_BACKUPS,
      clock: {
        now: () => Date.parse('2026-03-25T08:00:00Z') + time.now(),
        monotonic: time.now,
        after: (ms, task) => time.at(time.now() + ms, task),
      },
      random: dice,
      http: createNetwork(
        { time, dice, partner, trace: noTrace, name: 'image' },
        life,
        () => kindFate,
        () => {},
        nobody,
      ),
      log: { warn() {}, error() {} },
    },
    db,
  );
  await parts.secrets.load();
  const manager = await passing(
    time,
    parts.setup.complete({
      language: 'en',
      shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
      token: TOKEN,
      manager: { name: 'Mira', pin: '2468' },
      rates: { USD: '470', KZT: '1' },
      markupPercent: '8',
      roundTo: '5',
    }),
  );
  await passing(time, parts.catalogue.importIds({ offerIds: '999, 1001, telegram_stars_100' }));
  // Paper is no part of this.
  parts.settings.write(parts.settings.merged({ autoPrint: false }));
  life.end();
  const bytes = db.serialize();
  const disks: Disk[] = [];
  return {
    secrets,
    manager,
    disks(count) {
      while (disks.length < count) disks.push(createDisk(openImage(bytes)));
      return disks.slice(0, count);
    },
  };
}

function openImage(bytes: Buffer): Database.Database {
  const db = new Database(bytes);
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  return db;
}

/** Virtual time goes on for as long as `work` takes. */
async function passing<T>(time: ReturnType<typeof createTime>, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) await time.run(time.now() + 100);
  return done;
}

function remembering(keychain: Keychain, secrets: Partial<Record<SecretName, string>>): Keychain {
  return {
    ...keychain,
    async set(name, secret) {
      secrets[name] = secret;
      await keychain.set(name, secret);
    },
  };
}
