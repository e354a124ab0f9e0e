import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRandom } from '../../electron/adapters/system-random.ts';
import { createMemoryKeychain } from '../../electron/keychain/memory-keychain.ts';
import { type Keychain, KeychainUnavailable, type SecretName } from '../../electron/ports.ts';
import { createTerminal, type Terminal } from '../../electron/terminal.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { type ErrorShape, TillError } from '../../shared/errors.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { httpAnswer } from '../support/partner-client.ts';
import { WITHOUT_RESTORE } from '../support/test-till.ts';

export const TOKEN = 'cafe0000cafe0000cafe0000cafe0000';
export const SAME_ACCOUNT = 'cafe1111cafe1111cafe1111cafe1111';
export const OTHER_ACCOUNT = 'beef0000beef0000beef0000beef0000';
const ACCOUNTS: Record<string, number> = { [TOKEN]: 123, [SAME_ACCOUNT]: 123, [OTHER_ACCOUNT]: 456 };

export const SETUP: Input<'setup.complete'> = {
  language: 'en',
  shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
  token: TOKEN,
  manager: { name: 'Mira', pin: '2468' },
};

/** A keychain that can be taken away, or loses a secret, and what was done to it. */
export function aKeychain() {
  const inner = createMemoryKeychain();
  let away = false;
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (away) throw new KeychainUnavailable('Unlock the keyring and try again.');
    return work();
  };
  const keychain: Keychain = {
    kind: 'os',
    get: name => guarded(() => inner.get(name)),
    set: (name, secret) => guarded(() => inner.set(name, secret)),
    remove: name => guarded(() => inner.remove(name)),
  };
  return {
    keychain,
    takeAway(): void {
      away = true;
    },
    bringBack(): void {
      away = false;
    },
    async lose(...names: SecretName[]): Promise<void> {
      for (const name of names) await inner.remove(name);
    },
    inside: (name: SecretName) => inner.get(name),
  };
}

/** A till on an empty data folder; its partner knows three tokens, of two accounts, and answers balance calls alone. */
export async function aFreshTill() {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-setup-'));
  const { keychain, ...secrets } = aKeychain();
  let reachable = true;
  let requests = 0;
  const open = async (): Promise<Terminal> => {
    const terminal = await createTerminal({
      folder,
      partner: 'https://partner.example',
      aggregator: 'https://aggregator.example',
      keychain,
      isDemo: false,
      ...WITHOUT_RESTORE,
      clock: new FakeClock(),
      random: systemRandom,
      http: {
        async request({ headers }) {
          requests++;
          if (!reachable) return { kind: 'unsent', cause: 'ECONNREFUSED' };
          const partnerId = ACCOUNTS[headers.authorization ?? ''];
          if (!partnerId) return httpAnswer(401, { error: { code: 'INVALID_TOKEN' } });
          const currency = { id: 3, code: 'USD' };
          return httpAnswer(200, {
            balance: 500.25,
            draftBalance: 0,
            isPostpaid: false,
            currency,
            partnerId,
          });
        },
        async close() {},
      },
      log: { warn() {}, error() {} },
    });
    terminal.start();
    return terminal;
  };
  let terminal = await open();

  const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await terminal.call(method, input);
    if (!answer.ok) throw new TillError(answer.error.code, answer.error.message, answer.error.details);
    return answer.value as Output<M>;
  };
  return {
    ...secrets,
    call,
    async refusal<M extends Method>(method: M, input: Input<M>): Promise<ErrorShape> {
      const answer = await terminal.call(method, input);
      if (answer.ok) throw new Error(`${method} was not refused`);
      return answer.error;
    },
    requests: () => requests,
    cutOff(): void {
      reachable = false;
    },
    async restart(): Promise<void> {
      await terminal.stop();
      terminal = await open();
    },
    /** Whether any file of the data folder holds this text. */
    isWritten: (text: string) => filesIn(folder).some(file => readFileSync(file).includes(text)),
    async stop(): Promise<void> {
      await terminal.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}
