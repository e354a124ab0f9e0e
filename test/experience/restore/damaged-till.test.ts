import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
afterEach(() => till?.stop());
const { database, status, allOrders, keyOf, delivered, scribble, recover, expectEverythingAddsUp } =
  restorable(() => till);

describe('a till whose data is damaged', () => {
  test.each([
    ['scribbled over', () => scribble(), 'damaged'],
    [
      'cut short',
      () => truncateSync(database(), Math.floor(statSync(database()).size / 8192) * 4096),
      'damaged',
    ],
    ['emptied', () => writeFileSync(database(), ''), 'empty'],
    ['deleted', () => rmSync(database()), 'missing'],
  ] as const)(
    '%s, is recovered from a backup: nothing is bought again, no paid key is lost',
    async (_, harm, problem) => {
      till = await openTestTill();
      const before = await delivered();
      const { backup } = await till.call('backup.create', {});
      const keyBefore = await keyOf(before.id);
      await delivered();
      till.sandbox.faults.set({ kind: 'cut', when: 'after', calls: ['create-order', 'order-status'] });
      const {
        orders: [open],
      } = await till.sell(1001);
      await till.until(open?.id ?? '', ({ state }) => state === 'unknown');
      await till.restart(undefined, harm);
      till.sandbox.faults.clear();

      expect(await status()).toMatchObject({
        phase: 'recovery',
        recovery: {
          problem,
          folder: till.folder,
          backups: expect.arrayContaining([expect.objectContaining({ name: backup.name, verified: true })]),
        },
        staff: [{ id: till.manager.id }],
      });
      expect(
        await till.refusal('sales.charge', {
          attemptId: 'attempt-1',
          lines: [],
          payment: { method: 'cash' },
        }),
      ).toMatchObject({ code: 'not_signed_in' });
      expect(await till.refusal('backup.restore', { name: backup.name })).toMatchObject({
        code: 'not_signed_in',
      });
      const report = await recover(backup.name);
      expect(report).toMatchObject({ name: backup.name, gap: true });
      expect((await status()).phase).toBe('ready');
      expect(await keyOf(before.id)).toBe(keyBefore);

      for (const { id } of await allOrders()) {
        const settled = await till.until(id, ({ next }) => next !== 'automatic');
        if (till.sandbox.ledger.order(id)) {
          expect(settled.state).toBe('completed');
          expect(await keyOf(id)).toBe(till.sandbox.ledger.order(id)?.key);
        }
      }
      const after = await delivered();
      expect(Number(after.saleNumber)).toBeGreaterThan(2000);
      await expectEverythingAddsUp();
      expect(existsSync(join(till.folder, 'set-aside'))).toBe(problem !== 'missing');
    },
  );

  test.each([
    [
      'in a part that no sale lies in',
      (bytes: Buffer) =>
        Buffer.concat([bytes, Buffer.alloc(4096, 0xa5)])
          .fill(0, 28, 32)
          .fill(0xff, 32, 36),
    ],
    ['in the first page, which says where everything lies', (bytes: Buffer) => bytes.fill(0xa5, 0, 4096)],
  ])('keeps what was sold after the backup where the damage is %s', async (_, harm) => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    const sold = [await delivered(), await delivered(), await delivered()];
    till.sandbox.plans.next({ plan: { outcome: 'CANCELED' } });
    const {
      orders: [canceled],
    } = await till.sell(1001);
    await till.until(canceled?.id ?? '', ({ next }) => next === 'refund_customer');
    await till.call('sales.refund', { orderId: canceled?.id ?? '' });
    await till.restart(undefined, () => writeFileSync(database(), harm(readFileSync(database()))));
    expect((await status()).phase).toBe('recovery');
    const report = await recover(backup.name);
    expect(report).toMatchObject({ gap: true, carried: { sales: 4, orders: 4, keys: 3, refunds: 1 } });
    for (const { id } of sold) expect(await keyOf(id)).toBe(till.sandbox.ledger.order(id)?.key);
    expect((await till.call('orders.get', { orderId: canceled?.id ?? '' })).order).toMatchObject({
      next: 'none',
    });
    await expectEverythingAddsUp();
    expect(readdirSync(till.folder).filter(name => /legible|preparing|ready/.test(name))).toEqual([]);
  });
});
