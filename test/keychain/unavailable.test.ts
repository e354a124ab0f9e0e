import { expect, test } from 'vitest';
import type { Keytar } from '../../electron/keychain/keytar.ts';
import { createOsKeychain } from '../../electron/keychain/os-keychain.ts';
import { KeychainUnavailable } from '../../electron/ports.ts';

function keytar(getPassword: Keytar['getPassword']): Keytar {
  return { getPassword, setPassword: async () => {}, deletePassword: async () => true };
}

test('a library that is not installed is named, and found once it is', async () => {
  let isInstalled = false;
  const load = async () => {
    if (!isInstalled) throw new Error("Cannot find package 'keytar'");
    return keytar(async () => 'secret');
  };
  const keychain = createOsKeychain('a', { load });
  const refusal = keychain.get('data-key');
  await expect(refusal).rejects.toBeInstanceOf(KeychainUnavailable);
  await expect(refusal).rejects.toThrow(/install libsecret/);
  isInstalled = true;
  expect(await keychain.get('data-key')).toBe('secret');
});

test('a keychain that hangs is given up, not asked twice, and works again once it has answered', async () => {
  let asked = 0;
  let answer = (_secret: string) => {};
  const load = async () =>
    keytar(() => {
      asked++;
      return asked === 1 ? new Promise(resolve => (answer = resolve)) : Promise.resolve('here');
    });
  const keychain = createOsKeychain('a', { load, longestWaitMs: 30 });
  await expect(keychain.get('data-key')).rejects.toThrow(KeychainUnavailable);
  await expect(keychain.set('data-key', 'x')).rejects.toThrow(/does not answer/);
  await expect(keychain.get('data-key')).rejects.toThrow(KeychainUnavailable);
  expect(asked).toBe(1);
  answer('late');
  await expect.poll(() => keychain.get('data-key').catch(() => 'still waiting')).toBe('here');
});

test('what the keychain itself complains about stays in the cause', async () => {
  const load = async () => keytar(async () => Promise.reject(new Error('org.freedesktop.Secret: locked')));
  const refusal = createOsKeychain('a', { load }).get('data-key');
  await expect(refusal).rejects.toMatchObject({
    name: 'KeychainUnavailable',
    cause: { message: 'org.freedesktop.Secret: locked' },
  });
});
