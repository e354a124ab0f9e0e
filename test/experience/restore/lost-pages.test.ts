import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
afterEach(() => till?.stop());
const { database, status, keyOf, delivered, recover, expectEverythingAddsUp } = restorable(() => till);

/** Noise over every page that holds rows of this table; everything else stays as it is. */
function loseRowsOf(table: string): void {
  const db = new Database(database(), { readonly: true });
  const pages = db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ?').pluck().all(table);
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  db.close();
  const bytes = readFileSync(database());
  for (const page of pages) bytes.fill(0xa5, (page - 1) * pageSize, page * pageSize);
  writeFileSync(database(), bytes);
}

describe('where only some of the rows since the backup can be read', () => {
  it('money that was given back is not owed again, though the order’s own word for it is lost', async () => {
    till = await openTestTill();
    till.sandbox.plans.next({ plan: { outcome: 'CANCELED' } });
    const orderId = (await till.sell(1001)).orders[0]?.id ?? '';
    await till.until(orderId, ({ next }) => next === 'refund_customer');
    const { backup } = await till.call('backup.create', {});
    await till.call('sales.refund', { orderId });
    await till.restart(undefined, () => loseRowsOf('orders'));

    expect(await recover(backup.name)).toMatchObject({ gap: true, carried: { orders: 0, refunds: 1 } });
    expect((await till.call('orders.get', { orderId })).order.next).toBe('none');
    expect((await status()).queue.toRefund).toBe(0);
    await expectEverythingAddsUp();
  });

  it('a key that is lost is fetched again, though its order says that it is here', async () => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    const { id } = await delivered();
    await till.restart(undefined, () => loseRowsOf('keys'));

    expect(await recover(backup.name)).toMatchObject({ gap: true, carried: { orders: 1, keys: 0 } });
    await till.until(id, ({ hasKey }) => hasKey);
    expect(await keyOf(id)).toBe(till.sandbox.ledger.order(id)?.key);
    await expectEverythingAddsUp();
  });
});
