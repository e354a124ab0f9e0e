import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
let stick: string;
beforeEach(async () => {
  stick = mkdtempSync(join(tmpdir(), 'keytill-stick-'));
  till = await openTestTill();
});
afterEach(async () => {
  await till.stop();
  rmSync(stick, { recursive: true, force: true });
});
const { database, status, delivered, recover, expectEverythingAddsUp } = restorable(() => till);

/** An order that has not been sent. */
async function waitingOrder(): Promise<string> {
  await till.sandbox.down();
  return (await till.sell(1001)).orders[0]?.id ?? '';
}

/** The partner does not know it. What happened to it in between nobody can say: the till does not send it by itself. */
async function expectLeftToAPerson(orderId: string): Promise<void> {
  await till.sandbox.up();
  const settled = await till.until(orderId, ({ next }) => next !== 'automatic');
  expect(settled).toMatchObject({ state: 'held', reason: 'restored', restored: true });
  expect(till.sandbox.ledger.order(orderId)).toBeUndefined();
  await expectEverythingAddsUp();
}

describe('data that is sound and not all there', () => {
  it('because it fell back to an earlier state: an order that waits is asked about, and left to a person', async () => {
    const { backup } = await till.call('backup.create', {});
    const orderId = await waitingOrder();
    await till.restart(undefined, () => copyFileSync(database(), join(stick, 'earlier.db')));
    await till.signIn();
    await till.call('settings.save', { markupPercent: '9' });
    await till.restart(undefined, () => copyFileSync(join(stick, 'earlier.db'), database()));
    expect((await status()).phase).toBe('recovery');
    expect(await recover(backup.name)).toMatchObject({ gap: true, skipped: 0, carried: { orders: 1 } });
    await expectLeftToAPerson(orderId);
  });

  it('because the backup is of days that an earlier restore left out: the same', async () => {
    const { backup: older } = await till.call('backup.create', {});
    await delivered();
    const { backup: newer } = await till.call('backup.create', {});
    const place = join(till.folder, 'backups', newer.name);
    await till.restart(undefined, () => {
      renameSync(place, join(stick, newer.name));
      writeFileSync(database(), '');
    });
    await recover(older.name);
    const orderId = await waitingOrder();
    copyFileSync(join(stick, newer.name), place);
    const { report } = await till.call('backup.restore', { name: newer.name });
    expect(report).toMatchObject({ gap: true, skipped: 0, carried: { orders: 1 } });
    await till.signIn();
    await expectLeftToAPerson(orderId);
  });
});
