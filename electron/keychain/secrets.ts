import { TillError } from '../../shared/errors.ts';
import { type Keychain, KeychainUnavailable, type Random, type SecretName } from '../ports.ts';

export type Secrets = ReturnType<typeof createSecrets>;

const NAMES = ['partner-token', 'management-token', 'data-key', 'pin-pepper'] as const satisfies SecretName[];

/** The till's secrets, read from the keychain once and kept in this process: never on disk, never across the contract. */
export function createSecrets(keychain: Keychain, random: Random) {
  const known = new Map<SecretName, string>();
  let unavailable: KeychainUnavailable | undefined;

  const keep = async (name: SecretName, secret: string): Promise<void> => {
    await guarded(() => keychain.set(name, secret));
    known.set(name, secret);
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof KeychainUnavailable) throw new TillError('keychain_unavailable', error.message);
      throw error;
    }
  };
  const bytes = (name: SecretName): Uint8Array => {
    const secret = known.get(name);
    // A keychain that stopped answering halfway has lost nothing.
    if (secret === undefined && unavailable) throw new TillError('keychain_unavailable', unavailable.message);
    if (secret === undefined)
      throw new TillError('secrets_lost', `The keychain no longer holds the ${name}.`);
    return Buffer.from(secret, 'base64');
  };

  return {
    /** Reads them all. Afterwards `problem` says what is missing. */
    async load(): Promise<void> {
      try {
        for (const name of NAMES) {
          const secret = await keychain.get(name);
          if (secret !== undefined) known.set(name, secret);
        }
        unavailable = undefined;
      } catch (error) {
        if (!(error instanceof KeychainUnavailable)) throw error;
        unavailable = error;
      }
    },
    /** Why the till cannot work with what the keychain gave. `fresh`: it has not been set up, so nothing is missing yet. */
    problem(fresh: boolean): TillError | undefined {
      if (unavailable) return new TillError('keychain_unavailable', unavailable.message);
      if (fresh || (known.has('data-key') && known.has('pin-pepper'))) return undefined;
      return new TillError('secrets_lost', 'The keychain no longer holds the secrets of this till.');
    },
    shopToken: (): string | undefined => known.get('partner-token'),
    managementToken: (): string | undefined => known.get('management-token'),
    dataKey: (): Uint8Array => bytes('data-key'),
    pepper: (): Uint8Array => bytes('pin-pepper'),
    saveShopToken: (token: string): Promise<void> => keep('partner-token', token),
    async saveManagementToken(token: string): Promise<void> {
      if (token !== '') return keep('management-token', token);
      await guarded(() => keychain.remove('management-token'));
      known.delete('management-token');
    },
    /** Makes the keys this till encrypts and hashes with, where they are missing. */
    async makeMissingKeys(): Promise<void> {
      for (const name of ['data-key', 'pin-pepper'] as const) {
        if (!known.has(name)) await keep(name, Buffer.from(random.bytes(32)).toString('base64'));
      }
    },
  };
}
