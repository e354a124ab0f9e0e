import { systemClock } from '../adapters/system-clock.ts';
import { type Clock, type Keychain, KeychainUnavailable } from '../ports.ts';
import { type Keytar, loadKeytar } from './keytar.ts';

const NOT_INSTALLED =
  'The keychain library is missing: install libsecret (Debian: libsecret-1-0), then run "npm install" again.';
const NOT_ANSWERING =
  'The system keychain does not answer: sign in to the desktop, unlock the keyring or make one (Linux: gnome-keyring or KWallet; a kiosk: docs/kiosk.md), and try again.';
const SERVICE = 'KeyTill';

export interface OsKeychainOptions {
  load?: () => Promise<Keytar>;
  clock?: Clock;
  /** How long one answer may take. A keyring that asks its owner to unlock it answers only after that. */
  longestWaitMs?: number;
}

/**
 * Secrets in the operating system's keychain, under "KeyTill/<profile>": one profile per data folder.
 * Every method rejects with `KeychainUnavailable`, which says what to do, when there is no keychain to ask.
 */
export function createOsKeychain(profile: string, options: OsKeychainOptions = {}): Keychain {
  const { load = loadKeytar, clock = systemClock, longestWaitMs = 8_000 } = options;
  const service = `${SERVICE}/${profile}`;
  let library: Promise<Keytar> | undefined;
  // An unanswered call holds a thread of Node's small pool until it ends: never start a second one behind it.
  let stuck = false;

  async function keytar(): Promise<Keytar> {
    library ??= load();
    try {
      return await library;
    } catch (cause) {
      library = undefined;
      throw new KeychainUnavailable(NOT_INSTALLED, { cause });
    }
  }

  async function ask<T>(question: (keytar: Keytar) => Promise<T>): Promise<T> {
    const keychain = await keytar();
    if (stuck) throw new KeychainUnavailable(NOT_ANSWERING);
    return new Promise((resolve, reject) => {
      const unavailable = (cause?: unknown) => reject(new KeychainUnavailable(NOT_ANSWERING, { cause }));
      const cancel = clock.after(longestWaitMs, () => {
        stuck = true;
        unavailable();
      });
      question(keychain)
        .then(resolve, unavailable)
        .finally(() => {
          cancel();
          stuck = false;
        });
    });
  }

  return {
    kind: 'os',
    get: async name => (await ask(keychain => keychain.getPassword(service, name))) ?? undefined,
    set: (name, secret) => ask(keychain => keychain.setPassword(service, name, secret)),
    async remove(name) {
      await ask(keychain => keychain.deletePassword(service, name));
    },
  };
}
