import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from './adapters/system-clock.ts';
import { systemRandom } from './adapters/system-random.ts';
import { claimDataFolder, usualDataFolder } from './data-folder.ts';
import { keepApart } from './demo-folder.ts';
import type { DemoSecrets } from './demo-secrets.ts';
import { createMemoryKeychain } from './keychain/memory-keychain.ts';
import { createOsKeychain } from './keychain/os-keychain.ts';
import { createLog, type Log, logFile } from './log.ts';
import type { TillOptions } from './options.ts';
import { createUndiciHttp } from './partner/undici-http.ts';
import type { Keychain } from './ports.ts';
import { openStandingTill } from './standing-till.ts';
import type { Terminal } from './terminal.ts';

/** Where GamesDrop is, unless the options say otherwise. */
const PARTNER = 'https://partner.gamesdrop.io';
const AGGREGATOR = 'https://gamesdrop.io';

export interface OpenTill {
  terminal: Terminal;
  /** Its data folder. */
  folder: string;
  log: Log;
  /** Finishes what is under way, closes the database and lets the folder go. */
  stop(): Promise<void>;
}

/**
 * Opens the till of a data folder, without starting its work. Rejects with a sentence a person can act on.
 * `programs`: the folder of the built programs. `demo`: it is one, and these are its secrets.
 */
export async function openTill(
  options: TillOptions,
  programs: string,
  demo?: DemoSecrets,
): Promise<OpenTill> {
  const folder = dataFolderOf(options);
  const partner = options.partner ?? PARTNER;
  if (demo && !isThisMachine(partner))
    throw new Error('the demo works with a practice partner on this machine only; use "npm run serve"');
  // Whatever the till writes from here on is for this user alone.
  process.umask(0o077);
  const claim = claimDataFolder(folder);
  const log = createLog(logFile(folder));
  try {
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
      clock: systemClock,
      random: systemRandom,
      backupProgram: join(programs, 'backup-worker.js'),
      http: () => createUndiciHttp({ clock: systemClock }),
      log,
    });
    return {
      terminal,
      folder,
      log,
      async stop() {
        await terminal.stop();
        claim.release();
      },
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

/** The folder these options mean, as an absolute path. */
export function dataFolderOf(options: TillOptions): string {
  return resolve(options.data ?? usualFolder());
}

const usualFolder = () => usualDataFolder(process.platform, process.env, homedir());

function keychainFor(kind: 'os' | 'memory', profile: string, demo: DemoSecrets | undefined): Keychain {
  return kind === 'os' ? createOsKeychain(profile) : createMemoryKeychain(demo);
}

function isThisMachine(address: string): boolean {
  return URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}

/** One part that fails unforeseen must not stop the others: what is stored is whole after every transaction. */
export function logSurprises(log: Log): void {
  process.on('unhandledRejection', err => log.error({ err }, 'a rejection nobody handled'));
  process.on('uncaughtException', err => {
    log.error({ err }, 'an error nobody handled');
    process.stderr.write(`KeyTill stopped: ${String(err)}\n`);
    process.exit(1);
  });
}
