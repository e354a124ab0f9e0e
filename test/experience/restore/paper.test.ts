import { writeFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
afterEach(() => till?.stop());
const { database, status, delivered, recover } = restorable(() => till);

it('what waited for the printer when the backup was made does not come out after a restore, and can be printed again', async () => {
  till = await openTestTill({ printer: 'file:/nowhere/receipts' });
  const { saleId } = await delivered();
  await expect.poll(async () => (await status()).printer.waiting).toBe(1);
  const { backup } = await till.call('backup.create', {});
  await till.restart(undefined, () => writeFileSync(database(), ''));
  await recover(backup.name);
  expect((await status()).printer.waiting).toBe(0);
  await till.call('printer.printSale', { saleId });
  expect((await status()).printer.waiting).toBe(1);
});
