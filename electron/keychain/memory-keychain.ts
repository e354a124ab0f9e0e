import type { Keychain, SecretName } from '../ports.ts';

/** Secrets that live as long as this process: for demo, training and tests. */
export function createMemoryKeychain(initial: Partial<Record<SecretName, string>> = {}): Keychain {
  const secrets = new Map<string, string>(Object.entries(initial));
  return {
    kind: 'memory',
    async get(name) {
      return secrets.get(name);
    },
    async set(name, secret) {
      secrets.set(name, secret);
    },
    async remove(name) {
      secrets.delete(name);
    },
  };
}
