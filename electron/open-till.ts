import { join } from 'node:path';
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
import type { Keychain } from './ports.ts';
import { openStandingTill } from './standing-till.ts';
import type { Terminal } from './terminal.ts';
import type { TillHome } from './till-home.ts';

/** Where GamesDrop is, unless the options say otherwise. */
const PARTNER = 'https://partner.gamesdrop.io';
const AGGREGATOR = 'https://gamesdrop.io';

export interface OpenTill extends Omit<TillHome, 'release'> {
  terminal: Terminal;
  /** Finishes what is under way, closes the database and lets the folder go. */
  stop(): Promise<void>;
}

/**
 * Opens the till of a claimed data folder, without starting its work. Rejects with a sentence a person can act on, and
 * then lets the folder go. `programs`: the folder of the built programs. `demo`: it is one, and these are its secrets.
 * `close`: ends the program, where a manager may do that from the till's screen.
 */
export async function openTill(
  { folder, log, release }: TillHome,
  options: TillOptions,
  programs: string,
  demo?: DemoSecrets,
  close?: () => void,
): Promise<OpenTill> {
  const partner = options.partner ?? PARTNER;
  try {
    if (demo && !isThisMachine(partner))
      throw new Error('the demo works with a practice partner on this machine only; use "npm run serve"');
    keepApart(folder, demo !== undefined);
    const terminal = await openStandingTill({
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
      isDemo: demo !== undefined,
      ...(close ? { close } : {}),
      clock: systemClock,
      random: systemRandom,
      beside: createBeside(join(programs, 'backup-worker.js')),
      http: () => createUndiciHttp({ clock: systemClock }),
      log,
    });
    return {
      terminal,
      folder,
      log,
      async stop() {
        await terminal.stop();
        release();
      },
    };
  } catch (error) {
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
