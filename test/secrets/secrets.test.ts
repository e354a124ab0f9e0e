import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../electron/adapters/system-random.ts';
import { createMemoryKeychain } from '../../electron/keychain/memory-keychain.ts';
import { createSecrets } from '../../electron/keychain/secrets.ts';
import { type Keychain, KeychainUnavailable } from '../../electron/ports.ts';
import { aKeychain } from '../setup/a-fresh-till.ts';

describe('the secrets of a till', () => {
  it('are made once, and are the same after a restart', async () => {
    const keychain = createMemoryKeychain();
    const secrets = createSecrets(keychain, systemRandom);
    await secrets.load();
    expect(secrets.problem(true)).toBeUndefined();
    expect(secrets.problem(false)).toMatchObject({ code: 'secrets_lost' });
    await secrets.makeMissingKeys();
    await secrets.makeMissingKeys();
    const [dataKey, pepper] = [secrets.dataKey(), secrets.pepper()];
    expect([dataKey.length, pepper.length]).toEqual([32, 32]);
    expect(Buffer.from(dataKey).equals(pepper)).toBe(false);
    const again = createSecrets(keychain, systemRandom);
    await again.load();
    expect(again.problem(false)).toBeUndefined();
    expect([again.dataKey(), again.pepper()]).toEqual([dataKey, pepper]);
  });

  it('are believed only when the keychain has them', async () => {
    const { keychain, takeAway, bringBack } = aKeychain();
    const secrets = createSecrets(keychain, systemRandom);
    await secrets.load();
    takeAway();
    await expect(secrets.saveShopToken('token')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    expect(secrets.shopToken()).toBeUndefined();
    await expect(secrets.makeMissingKeys()).rejects.toMatchObject({ code: 'keychain_unavailable' });
    expect(() => secrets.dataKey()).toThrow(expect.objectContaining({ code: 'secrets_lost' }));
    bringBack();
    await secrets.saveShopToken('token');
    await secrets.saveManagementToken('jwt');
    takeAway();
    await expect(secrets.saveManagementToken('')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    expect([secrets.shopToken(), secrets.managementToken()]).toEqual(['token', 'jwt']);
  });

  it('are not called lost where the keychain stopped answering before all of them were read', async () => {
    const full = createMemoryKeychain({ 'partner-token': 'token', 'data-key': 'AAAA', 'pin-pepper': 'BBBB' });
    const halfway: Keychain = {
      ...full,
      get: name =>
        name === 'pin-pepper'
          ? Promise.reject(new KeychainUnavailable('Unlock the keyring.'))
          : full.get(name),
    };
    const secrets = createSecrets(halfway, systemRandom);
    await secrets.load();
    expect(secrets.problem(false)).toMatchObject({ code: 'keychain_unavailable' });
    expect(() => secrets.pepper()).toThrow(expect.objectContaining({ code: 'keychain_unavailable' }));
  });

  it('that went missing while the till runs stay usable until it ends', async () => {
    const { keychain, takeAway } = aKeychain();
    const secrets = createSecrets(keychain, systemRandom);
    await secrets.makeMissingKeys();
    takeAway();
    expect(secrets.dataKey()).toHaveLength(32);
  });
});
