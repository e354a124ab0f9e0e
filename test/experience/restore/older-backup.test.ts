import { writeFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
afterEach(() => till?.stop());
const { database, status, keyOf, delivered, recover, expectEverythingAddsUp } = restorable(() => till);

it('an older backup, restored where a newer one knows more, brings back nobody who was removed and forgets no sale, key or refund', async () => {
  till = await openTestTill();
  const { staff: leaver } = await till.call('staff.save', { name: 'Aida', role: 'manager', pin: '8642' });
  const { backup: older } = await till.call('backup.create', {});
  const sold = await delivered();
  till.sandbox.plans.next({ plan: { outcome: 'CANCELED' } });
  const [canceled] = (await till.sell(1001)).orders;
  await till.until(canceled?.id ?? '', ({ next }) => next === 'refund_customer');
  await till.call('sales.refund', { orderId: canceled?.id ?? '' });
  await till.call('staff.remove', { id: leaver.id });
  await till.call('backup.create', {});
  await till.restart(undefined, () => writeFileSync(database(), ''));

  const report = await recover(older.name);
  expect(report).toMatchObject({
    name: older.name,
    gap: true,
    carried: { sales: 2, orders: 2, keys: 1, refunds: 1 },
  });
  expect((await status()).staff).toEqual([till.manager]);
  expect(await till.refusal('session.signIn', { staffId: leaver.id, pin: '8642' })).toMatchObject({
    code: 'not_found',
  });
  expect(await keyOf(sold.id)).toBe(till.sandbox.ledger.order(sold.id)?.key);
  expect((await till.call('orders.get', { orderId: canceled?.id ?? '' })).order).toMatchObject({
    next: 'none',
  });
  await expectEverythingAddsUp();
  const after = await delivered();
  expect((await till.call('reports.day', {})).numbersLeftOut).toEqual([
    { from: String(Number(canceled?.saleNumber) + 1), to: String(Number(after.saleNumber) - 1) },
  ]);
  const { entries } = await till.call('audit.list', { limit: 100 });
  expect(entries.find(({ action }) => action === 'backup.restored')?.details).toContain(
    `nextNumber: ${after.saleNumber}`,
  );
});
