import { expect, test } from 'vitest';
import { createMemoryKeychain } from '../../electron/keychain/memory-keychain.ts';

test('a memory keychain keeps, replaces and removes', async () => {
  const keychain = createMemoryKeychain({ 'data-key': 'given' });
  expect(await keychain.get('data-key')).toBe('given');
  await keychain.set('partner-token', 'a');
  await keychain.set('partner-token', 'b');
  expect(await keychain.get('partner-token')).toBe('b');
  await keychain.remove('partner-token');
  expect(await keychain.get('partner-token')).toBeUndefined();
});

test('two memory keychains share nothing', async () => {
  await createMemoryKeychain().set('pin-pepper', 'x');
  expect(await createMemoryKeychain().get('pin-pepper')).toBeUndefined();
});
