import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { createMemoryKeychain } from '../../electron/keychain/memory-keychain.ts';
import { MIGRATIONS } from '../../electron/store/migrations/index.ts';
import { isCompleted, MANAGER_PIN, openTestTill, TEST_OFFER, type TestTill } from '../support/test-till.ts';

let till: TestTill;
afterEach(() => till?.stop());

const database = () => join(till.folder, 'keytill.db');

/** What a newer KeyTill leaves behind, of a schema that this one does not know. */
function writtenBy(version: number, change = ''): void {
  const db = new Database(database());
  db.exec(change);
  db.pragma(`user_version = ${version}`);
  db.close();
}

it('data of a newer KeyTill is shown as such, and neither begun anew, restored over nor changed', async () => {
  till = await openTestTill();
  const { orders } = await till.sell(TEST_OFFER);
  const { id } = await till.until(orders[0]?.id ?? '', isCompleted);
  const { backup } = await till.call('backup.create', {});
  await till.restart(undefined, () =>
    writtenBy(MIGRATIONS.length + 1, 'ALTER TABLE audit_head RENAME COLUMN seq TO newest'),
  );
  const before = readFileSync(database());
  expect(await till.call('terminal.status', {})).toMatchObject({
    phase: 'recovery',
    recovery: { problem: 'newer', folder: till.folder, backups: [] },
    staff: [],
  });
  const refused = { code: 'in_recovery', message: expect.stringMatching(/newer KeyTill/) };
  const signIn = { staffId: till.manager.id, pin: MANAGER_PIN };
  expect(await till.refusal('session.signIn', signIn)).toMatchObject(refused);
  expect(await till.refusal('orders.get', { orderId: id })).toMatchObject(refused);
  // Where the secrets are lost too, a restore would need no PIN.
  await till.restart(createMemoryKeychain());
  expect(await till.refusal('backup.restore', { name: backup.name })).toMatchObject(refused);
  expect(readFileSync(database()).equals(before)).toBe(true);
});

it('once it can read the data, the till goes on where it stopped, without another start', async () => {
  till = await openTestTill();
  const { orders } = await till.sell(TEST_OFFER);
  const { id } = await till.until(orders[0]?.id ?? '', isCompleted);
  await till.restart(undefined, () => writtenBy(MIGRATIONS.length + 1));
  expect((await till.call('terminal.status', {})).phase).toBe('recovery');
  writtenBy(MIGRATIONS.length);
  expect((await till.call('terminal.status', {})).phase).toBe('ready');
  await till.signIn();
  expect((await till.call('orders.get', { orderId: id })).order.state).toBe('completed');
});
