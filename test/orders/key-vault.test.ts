import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyVault } from '../../electron/orders/key-vault.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { random } from './a-queue.ts';

test('a key comes out of the vault as it went in, half characters and all', () => {
  const vault = createKeyVault(new Uint8Array(32).fill(7), random);
  const halves = fc.string({
    unit: fc.constantFrom('A', '\ud800', '\udc00', '\u00ff', '\ufeff', '\ufffd', '🂡'),
  });
  const key = fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS.map(([, text]) => text)),
    fc.string({ unit: 'binary' }),
    halves,
  );
  fc.assert(
    fc.property(key, text => {
      expect(vault.open('order-1', vault.seal('order-1', text))).toBe(text);
    }),
    { numRuns: 300 },
  );
});
