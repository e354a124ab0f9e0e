import { type Settings, type Shop, settings as settingsSchema } from '../../shared/contract/terminal.ts';
import { TillError } from '../../shared/errors.ts';
import type { Db } from '../store/open.ts';
import { readSetting, writeSetting } from './settings-store.ts';

type Given<T> = { [K in keyof T]?: T[K] | undefined };

export type SettingsPatch = Given<Omit<Settings, 'shop' | 'receipt'>> & {
  shop?: Given<Shop> | undefined;
  receipt?: Given<Settings['receipt']> | undefined;
};

export interface SettingsPart {
  /** Throws `not_set_up` before set-up. */
  get(): Settings;
  find(): Settings | undefined;
  /** Must run inside a transaction of the caller. */
  write(settings: Settings): void;
  /** The settings as they would be after `patch`; nothing is written. */
  merged(patch: SettingsPatch): Settings;
}

const DEFAULTS = {
  theme: 'system',
  rates: {},
  markupPercent: '0',
  roundTo: '0.01',
  priceTolerancePercent: '2',
  lowBalance: '20',
  autoLockMinutes: 5,
  autoPrint: true,
  printer: 'none',
  receipt: { header: '', footer: '', paper: 80 },
} as const satisfies Partial<Settings>;

export function freshSettings(given: Pick<Settings, 'language' | 'shop'> & Given<Settings>): Settings {
  return settingsSchema.parse({ ...DEFAULTS, ...withoutGaps(given) });
}

export function createSettings(db: Db): SettingsPart {
  let known = read(db);
  const find = (): Settings | undefined => {
    known ??= read(db);
    return known;
  };
  const get = (): Settings => {
    const found = find();
    if (!found) throw new TillError('not_set_up', 'This till has not been set up yet.');
    return found;
  };
  return {
    get,
    find,
    write(next) {
      writeSetting(db, 'settings', next);
      // Read again after the commit, which may fail.
      known = undefined;
    },
    merged(patch) {
      const now = get();
      const { shop, receipt, ...rest } = patch;
      return settingsSchema.parse({
        ...now,
        ...withoutGaps(rest),
        shop: { ...now.shop, ...withoutGaps(shop ?? {}) },
        receipt: { ...now.receipt, ...withoutGaps(receipt ?? {}) },
      });
    },
  };
}

function read(db: Db): Settings | undefined {
  const stored = readSetting(db, 'settings');
  // What a newer KeyTill knows besides has its usual value.
  return stored === undefined ? undefined : settingsSchema.parse({ ...DEFAULTS, ...Object(stored) });
}

function withoutGaps<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
