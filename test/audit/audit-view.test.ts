import { expect, test } from 'vitest';
import { isCompleted, openTestTill, TEST_OFFER } from '../support/test-till.ts';

test('an entry about an order says which sale it is of, one about a person who that is', async () => {
  const till = await openTestTill();
  try {
    const { orders } = await till.sell(TEST_OFFER);
    await till.until(orders[0]?.id ?? '', isCompleted);
    const { entries } = await till.call('audit.list', { limit: 100 });
    expect(entries.find(({ action }) => action === 'order.completed')?.details).toMatch(/^sale: \d+, /);
    const signedIn = entries.find(({ action }) => action === 'session.signed_in');
    expect(signedIn?.staffName).toBeDefined();
    expect(signedIn?.subject).toBe(signedIn?.staffName);
  } finally {
    await till.stop();
  }
});

test('the charge of a sale says what each of its orders is for, and opens the history of each', async () => {
  const till = await openTestTill();
  try {
    const { orders } = await till.sell(TEST_OFFER, { quantity: 2 });
    const { entries } = await till.call('audit.list', { limit: 100 });
    const charge = entries.find(({ action }) => action === 'sale.charged');
    expect(charge?.details).toMatch(/orders: (999 for [\d.]+, cost [\d.]+ KZT(; |$)){2}/);
    for (const { id } of orders) {
      const { history } = await till.call('orders.get', { orderId: id });
      expect(history[0]).toMatchObject({ action: 'order.queued', at: charge?.at, staffName: 'Mira' });
    }
  } finally {
    await till.stop();
  }
});
