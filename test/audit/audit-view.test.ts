import { expect, test } from 'vitest';
import { openTestTill, TEST_OFFER } from '../support/test-till.ts';

test('an entry about an order says which sale it is of, one about a person who that is', async () => {
  const till = await openTestTill();
  try {
    await till.sell(TEST_OFFER);
    const { entries } = await till.call('audit.list', { limit: 100 });
    expect(entries.find(({ action }) => action === 'order.queued')?.details).toMatch(/^sale: \d+, /);
    const signedIn = entries.find(({ action }) => action === 'session.signed_in');
    expect(signedIn?.staffName).toBeDefined();
    expect(signedIn?.subject).toBe(signedIn?.staffName);
  } finally {
    await till.stop();
  }
});
