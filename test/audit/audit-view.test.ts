import { expect, test } from 'vitest';
import { appendAudit } from '../../electron/audit/audit.ts';
import { listEntries } from '../../electron/audit/audit-view.ts';
import { aCounter } from '../sales/a-counter.ts';
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

test('a print names who asked for it where that was somebody else, and never by an id', async () => {
  const { db, orders, mira, timur, staff } = await aCounter();
  for (const askedBy of [mira.id, timur.id]) {
    appendAudit(db, {
      at: 0,
      staffId: timur.id,
      action: 'print.printed',
      subject: null,
      details: { askedBy },
    });
  }
  const [own, other] = listEntries({ db, orders, staff }, { limit: 2 }).entries;
  expect([own?.details, other?.details]).toEqual(['', 'askedBy: Mira']);
  db.close();
});
