import { join } from 'node:path';
import type { UpdatesOff } from '../shared/contract/updates.ts';
import { watchMachine } from './adapters/machine-watch.ts';
import { systemClock } from './adapters/system-clock.ts';
import { systemRandom } from './adapters/system-random.ts';
import { createBeside } from './backup/beside.ts';
import { usualFolder } from './data-folder.ts';
import { keepApart } from './demo-folder.ts';
import type { DemoSecrets } from './demo-secrets.ts';
import { createMemoryKeychain } from './keychain/memory-keychain.ts';
import { createOsKeychain } from './keychain/os-keychain.ts';
import type { TillOptions } from './options.ts';
import { createUndiciHttp } from './partner/undici-http.ts';
import type { Keychain, SystemPrinters, UpdateSource } from './ports.ts';
import { openStandingTill } from './standing-till.ts';
import type { Terminal } from './terminal.ts';
import type { TillHome } from './till-home.ts';

/** Where GamesDrop is, unless the options say otherwise. */
const PARTNER = 'https://partner.gamesdrop.io';
const AGGREGATOR = 'https://gamesdrop.io';

/** What a host gives a till. */
export interface Surroundings {
  /** The folder of the built programs. */
  programs: string;
  /** It is a demo, and these are its secrets. */
  demo?: DemoSecrets | undefined;
  /** Where the host can print through drivers. */
  systemPrinters?: SystemPrinters;
  /** Ends the program, where a manager may do that from the till's screen. */
  close?: () => void;
  /** Where newer programs come from; asked once, with what closes this till. */
  updates?: (till: Pick<OpenTill, 'log' | 'stop'>) => UpdateSource | UpdatesOff;
}

export interface OpenTill extends Omit<TillHome, 'release'> {
  terminal: Terminal;
  /** Finishes what is under way, closes the database and lets the folder go, once. */
  stop(): Promise<void>;
}

/**
 * Opens the till of a claimed data folder, without starting its work. Rejects with a sentence a person can act on, and
 * then lets the folder go.
 */
export async function openTill(
  { folder, log, release }: TillHome,
  options: TillOptions,
  { programs, demo, systemPrinters, close, updates = () => 'elsewhere' }: Surroundings,
): Promise<OpenTill> {
  const partner = options.partner ?? PARTNER;
  let terminal: Terminal | undefined;
  let stopping: Promise<void> | undefined;
  const stopWatching = watchMachine({ clock: systemClock, changed: () => terminal?.wake() });
  const stop = (): Promise<void> => {
    stopWatching();
    stopping ??= (terminal?.stop() ?? Promise.resolve()).finally(release);
    return stopping;
  };
  try {
    if (demo && !isThisMachine(partner))
      throw new Error('the demo works with a practice partner on this machine only; use "npm run serve"');
    keepApart(folder, demo !== undefined);
    terminal = await openStandingTill({
      folder,
      partner,
      // A token meant for another partner must not reach GamesDrop's look-up.
      aggregator: options.aggregator ?? options.partner ?? AGGREGATOR,
      keychain: keychainFor(
        options.keychain ?? (demo ? 'memory' : 'os'),
        folder === usualFolder() ? 'default' : folder,
        demo,
      ),
      ...(options.printer === undefined ? {} : { printer: options.printer }),
      ...(systemPrinters && { systemPrinters }),
      isDemo: demo !== undefined,
      updates: updates({ log, stop }),
      ...(close ? { close } : {}),
      clock: systemClock,
      random: systemRandom,
      beside: createBeside(join(programs, 'backup-worker.js')),
      http: () => createUndiciHttp({ clock: systemClock }),
      log,
    });
    return { terminal, folder, log, stop };
  } catch (error) {
    stopWatching();
    release();
    throw error;
  }
}

function keychainFor(kind: 'os' | 'memory', profile: string, demo: DemoSecrets | undefined): Keychain {
  return kind === 'os' ? createOsKeychain(profile) : createMemoryKeychain(demo);
}

function isThisMachine(address: string): boolean {
  return URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}
