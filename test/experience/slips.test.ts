import { afterEach, describe, expect, it } from 'vitest';
import { type PaperPrinter, startPaperPrinter } from '../support/paper-printer.ts';
import {
  isCompleted,
  openTestTill,
  TEST_OFFER,
  type TestTill,
  type TestTillOptions,
} from '../support/test-till.ts';

let till: TestTill;
let printer: PaperPrinter;
afterEach(async () => {
  await till?.stop();
  await printer?.stop();
});

async function open(options: TestTillOptions = {}): Promise<TestTill> {
  printer = await startPaperPrinter();
  till = await openTestTill({ ...options, printer: printer.target });
  return till;
}

const SLIP = /COLLECT/i;

describe('a customer who is told to come back leaves with a slip', () => {
  it('of the first sale of an outage, which the till did not know of yet', async () => {
    const { sandbox, sell } = await open();
    await sandbox.down();
    await sell(TEST_OFFER);
    await expect.poll(() => printer.jobs.length).toBe(1);
    expect(printer.text()).toMatch(SLIP);
  });

  it('of the next one too', async () => {
    const { sandbox, sell } = await open();
    await sandbox.down();
    await sell(TEST_OFFER);
    await expect.poll(() => printer.jobs.length).toBe(1);
    const { sale } = await sell(TEST_OFFER);
    await expect.poll(() => printer.jobs.length).toBe(2);
    expect(printer.text()).toContain(sale.number);
  });

  it('of one that waits for the balance', async () => {
    const { sell } = await open({ sandbox: { balance: '0.01' }, offers: '1001' });
    await sell(1001, { player: { id: '123456789' } });
    await expect.poll(() => printer.jobs.length).toBe(1);
    expect(printer.text()).toMatch(SLIP);
  });

  it('and nobody else: what is delivered at once has its receipt alone', async () => {
    const { sell, until } = await open();
    const { orders } = await sell(TEST_OFFER);
    await until(orders[0]?.id ?? '', isCompleted);
    await expect.poll(() => printer.jobs.length).toBe(1);
    expect(printer.text()).not.toMatch(SLIP);
  });
});
