import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isCompleted, openTestTill, TEST_OFFER, type TestTill } from '../support/test-till.ts';

let till: TestTill;
let earlier: string;
beforeEach(async () => {
  earlier = mkdtempSync(join(tmpdir(), 'keytill-earlier-'));
  till = await openTestTill();
});
afterEach(async () => {
  await till.stop();
  rmSync(earlier, { recursive: true, force: true });
});

const database = () => join(till.folder, 'keytill.db');
const phase = async () => (await till.call('terminal.status', {})).phase;

async function sell(): Promise<void> {
  const { orders } = await till.sell(TEST_OFFER);
  await till.until(orders[0]?.id ?? '', isCompleted);
}

it('a till whose data fell back to an earlier state does not go on as if nothing had been sold since', async () => {
  await till.call('backup.create', {});
  await till.restart();
  copyFileSync(database(), join(earlier, 'keytill.db'));
  await till.signIn();
  await sell();
  await till.restart();
  expect(await phase()).toBe('ready');
  await till.terminal.stop();
  copyFileSync(join(earlier, 'keytill.db'), database());
  await till.restart();
  expect(await phase()).toBe('recovery');
});

it('a note that cannot be read keeps no till from its work', async () => {
  await till.terminal.stop();
  writeFileSync(join(till.folder, 'newest-entry'), 'scribble');
  await till.restart();
  expect(await phase()).toBe('ready');
});
