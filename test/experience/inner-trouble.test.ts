import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import {
  isCompleted,
  openTestTill,
  TEST_OFFER,
  type TestTill,
  type TestTillOptions,
} from '../support/test-till.ts';

let till: TestTill;
afterEach(() => till?.stop());

const open = async (options?: TestTillOptions): Promise<TestTill> => {
  till = await openTestTill(options);
  return till;
};

/** As another program would, that has the same file open. */
function inTheFile(change: string): void {
  const db = new Database(join(till.folder, 'keytill.db'));
  db.pragma('foreign_keys = OFF');
  db.exec(change);
  db.close();
}

describe('trouble inside the till', () => {
  it('a screen that is gone stops no sale and no order, and the other screens hear of it', async () => {
    const { terminal, sell, until, events, log } = await open();
    terminal.on(() => {
      throw new Error('the window is gone');
    });
    const before = events.length;
    const { orders } = await sell(TEST_OFFER);
    await until(orders[0]?.id ?? '', isCompleted);
    expect(events.slice(before).some(({ name }) => name === 'orders.changed')).toBe(true);
    expect(log.join()).toContain('the window is gone');
  });

  it('a receipt that cannot be lined up for printing stops no order', async () => {
    const { sell, until, log } = await open({ printer: 'tcp://127.0.0.1:9' });
    inTheFile('DROP TABLE prints');
    for (let sale = 0; sale < 2; sale++) {
      const { orders } = await sell(TEST_OFFER);
      await until(orders[0]?.id ?? '', isCompleted);
    }
    expect(log.filter(line => line.includes('no such table: prints')).length).toBeGreaterThanOrEqual(2);
  });

  it('a slip that cannot be lined up does not make a sale that was taken one that was not', async () => {
    const { sandbox, sell, call, until } = await open({ printer: 'tcp://127.0.0.1:9' });
    await sandbox.down();
    await sell(TEST_OFFER);
    await expect.poll(async () => (await call('terminal.status', {})).connection.state).toBe('offline');
    inTheFile('DROP TABLE prints');
    const { sale, orders } = await sell(TEST_OFFER);
    expect(sale.number).toBe('1002');
    await sandbox.up();
    await until(orders[0]?.id ?? '', isCompleted);
  });
});
