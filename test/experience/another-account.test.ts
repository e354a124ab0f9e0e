import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryKeychain } from '../../electron/keychain/memory-keychain.ts';
import type { Keychain } from '../../electron/ports.ts';
import { isCompleted, openTestTill, type TestTill } from '../support/test-till.ts';

const FRESH = '0123456789abcdef0123456789abcdef';

let till: TestTill;
afterEach(() => till?.stop());

describe('a new token', () => {
  it('is never in between: what is sold while the keychain takes it is sent under the new one, once', async () => {
    const keychain = slowKeychain();
    till = await openTestTill({ keychain });
    keychain.delayMs = 300;
    till.sandbox.setTokens({ shop: FRESH });
    const saving = till.call('settings.save', { token: FRESH });
    await expect.poll(() => keychain.isWriting).toBe(true);
    const { orders } = await till.sell(1001);
    expect(till.sandbox.ledger.requests('create-order')).toHaveLength(0);
    await saving;
    const order = await till.until(orders[0]?.id ?? '', isCompleted);
    expect(till.sandbox.ledger.creates(order.id)).toBe(1);
  });
});

interface SlowKeychain extends Keychain {
  delayMs: number;
  isWriting: boolean;
}

/** A keychain that asks its owner before it takes anything. */
function slowKeychain(): SlowKeychain {
  const memory = createMemoryKeychain();
  const slow: SlowKeychain = {
    ...memory,
    delayMs: 0,
    isWriting: false,
    async set(name, secret) {
      slow.isWriting = slow.delayMs > 0;
      await new Promise(resolve => setTimeout(resolve, slow.delayMs));
      await memory.set(name, secret);
    },
  };
  return slow;
}
