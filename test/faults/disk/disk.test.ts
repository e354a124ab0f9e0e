import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { whyNoShim } from '../shim.ts';
import { type DiskFault, type FaultyTill, openFaultyTill } from './faulty-till.ts';

const missing = whyNoShim();
if (missing) console.log(`Faults of the disk are not tried here: ${missing}`);

describe.skipIf(missing)('a disk that fails under a till that sells', { timeout: 120_000 }, () => {
  let till: FaultyTill;
  beforeAll(async () => {
    till = await openFaultyTill();
  }, 60_000);
  afterEach(() => till.disk());
  afterAll(() => till?.stop());

  const saleCount = async () => (await till.program.call('sales.list', { limit: 500 })).sales.length;
  const printed = () => (existsSync(till.paper) ? readFileSync(till.paper, 'latin1') : '');

  it.each<[string, string, string, DiskFault[]]>([
    ['is full', 'full', 'full', ['write ENOSPC till/keytill.db']],
    ['fails when it is written to', 'failed', 'failed', ['write EIO till/keytill.db']],
    ['fails when it is waited for', 'failed', 'unknown', ['sync EIO till/keytill.db']],
    ['may only be read', 'read_only', 'read_only', ['write EROFS till/keytill.db', 'open EROFS till']],
  ])('that %s stores no sale and says so, and sells again by itself', async (_, state, told, faults) => {
    const attemptId = crypto.randomUUID();
    const before = await saleCount();
    till.disk(...faults);
    expect(await till.refusal(till.charge(attemptId))).toBe(`storage_${told}`);
    expect(await saleCount()).toBe(before);
    expect(await till.storage()).toBe(state);
    expect(till.heard()).toContain(`"name":"storage.changed","payload":{"state":"${state}"`);
    expect(await till.refusal(till.charge(attemptId))).toBe(`storage_${told}`);

    till.disk();
    await till.until(async () => (await till.storage()) === 'ok', 'well again');
    expect(await till.program.call('sales.attempt', { attemptId })).toEqual({ taken: null });
    const { sale, orders } = await till.charge(attemptId);
    expect(sale.attemptId).toBe(attemptId);
    expect((await till.program.call('sales.attempt', { attemptId })).taken?.sale.id).toBe(sale.id);
    await till.untilOrder(orders[0]?.id ?? '', 'completed');
    expect(till.sandbox.ledger.creates(orders[0]?.id ?? '')).toBe(1);
  });

  it('when an order is due, lets none leave that is not known to be sent', async () => {
    await till.sandbox.down();
    const { orders } = await till.charge();
    const [{ id } = { id: '' }] = orders;
    const orderNow = async () => (await till.program.call('orders.get', { orderId: id })).order;
    await till.until(async () => (await orderNow()).reason === 'partner_down', 'waiting for the partner');
    till.disk('write ENOSPC till/keytill.db');
    await till.sandbox.up();
    await till.until(async () => (await till.storage()) === 'full', 'full');
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(till.sandbox.ledger.creates(id)).toBe(0);
    till.disk();
    await till.untilOrder(id, 'completed');
    expect(till.sandbox.ledger.creates(id)).toBe(1);
  });

  it('when the answer comes, keeps answer and key in memory until they can be stored, and prints nothing before', async () => {
    till.sandbox.faults.add({ kind: 'latency', ms: 300, calls: ['create-order'], times: 1 });
    const { orders } = await till.charge();
    const [{ id } = { id: '' }] = orders;
    await till.until(async () => till.sandbox.ledger.creates(id) === 1, 'sent');
    till.disk('sync EIO till/keytill.db-wal');
    await till.until(async () => till.sandbox.ledger.order(id)?.key !== undefined, 'booked');
    await till.until(async () => (await till.storage()) === 'failed', 'noticed');
    const key = till.sandbox.ledger.order(id)?.key ?? '';
    expect((await till.program.call('orders.get', { orderId: id })).order.state).toBe('sending');
    expect(printed()).not.toContain(key);
    till.disk();
    await till.untilOrder(id, 'completed');
    expect((await till.program.call('orders.revealKey', { orderId: id })).key).toBe(key);
    expect(till.sandbox.ledger.creates(id)).toBe(1);
    await till.until(async () => printed().includes(key), 'printed');
  });

  it('when a receipt is due, prints nothing that could not be recorded', async () => {
    await till.program.call('settings.save', { autoPrint: false });
    const { sale, orders } = await till.charge();
    const [{ id } = { id: '' }] = orders;
    await till.untilOrder(id, 'completed');
    const key = till.sandbox.ledger.order(id)?.key ?? '';
    till.disk('write EIO till/keytill.db');
    const print = till.program.call('printer.printSale', { saleId: sale.id });
    expect(await till.refusal(print)).toBe('storage_failed');
    expect(await till.refusal(till.program.call('orders.revealKey', { orderId: id }))).toBe('storage_failed');
    expect(printed()).not.toContain(key);
    till.disk();
    await till.until(async () => (await till.storage()) === 'ok', 'well again');
    await till.program.call('printer.printSale', { saleId: sale.id });
    await till.until(async () => printed().includes(key), 'printed');
  });

  it('that is full locks nobody out, and has it in writing later', async () => {
    till.disk('write ENOSPC till/keytill.db');
    await till.program.call('session.signOut', {});
    await till.signIn();
    expect(await till.storage()).toBe('full');
    till.disk();
    await till.until(async () => (await till.storage()) === 'ok', 'well again');
    const { entries } = await till.program.call('audit.list', { limit: 2 });
    expect(entries.map(({ action }) => action)).toEqual(['session.signed_in', 'session.signed_out']);
  });

  it('whose file another program holds is said to be held, does not stop the screen, and sells when it is let go', async () => {
    const other = new Database(join(till.folder, 'keytill.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(await till.refusal(till.charge())).toBe('storage_locked');
    const from = performance.now();
    expect(await till.storage()).toBe('locked');
    expect(await till.refusal(till.charge())).toBe('storage_locked');
    expect(performance.now() - from).toBeLessThan(1_000);
    other.exec('ROLLBACK');
    other.close();
    await till.until(async () => (await till.storage()) === 'ok', 'let go');
    const { orders } = await till.charge();
    await till.untilOrder(orders[0]?.id ?? '', 'completed');
  });

  it('while a sale waits for it, and takes the next write, stores nothing: no later start finds what was refused', async () => {
    const attemptId = crypto.randomUUID();
    till.disk('sync-once EIO till/keytill.db-wal');
    expect(await till.refusal(till.charge(attemptId))).toBe('storage_failed');
    expect(till.foundByTheNext()).not.toContain(attemptId);
  });

  it('while a sale waits for it, and takes nothing afterwards, leaves open whether it is stored; after a start the same attempt is the same sale', async () => {
    const [attemptId, another] = [crypto.randomUUID(), crypto.randomUUID()];
    till.disk('sync-once EIO till/keytill.db-wal', 'write EROFS till/keytill.db', 'open EROFS till');
    expect(await till.refusal(till.charge(attemptId))).toBe('storage_unknown');
    expect(await till.refusal(till.charge(attemptId))).toBe('storage_unknown');
    expect(await till.refusal(till.charge(another))).toBe('storage_read_only');
    expect(await till.refusal(till.program.call('sales.attempt', { attemptId }))).toBe('storage_unknown');
    expect(till.foundByTheNext()).toContain(attemptId);
    expect(till.foundByTheNext()).not.toContain(another);
    await till.kill();
    till.disk();
    await till.restart();
    await till.recover();
    const { taken } = await till.program.call('sales.attempt', { attemptId });
    const { sale, orders } = await till.charge(attemptId);
    expect(taken?.sale.id).toBe(sale.id);
    await till.untilOrder(orders[0]?.id ?? '', 'completed');
    expect(till.sandbox.ledger.creates(orders[0]?.id ?? '')).toBe(1);
    await till.kill();
  });

  it('at the start is said in a sentence, with what to do, and the till starts when it is well', async () => {
    const sentences: [DiskFault, RegExp][] = [
      [
        'write ENOSPC till/keytill.db',
        /cannot start: The disk is full\. Free some space.*Everything sold is stored/,
      ],
      ['write EIO till/keytill.db', /cannot start: The disk fails\. Have it checked/],
      [
        'open EROFS till/keytill.db',
        /cannot start: The database may not be written to\. Make the data folder/,
      ],
    ];
    for (const [fault, sentence] of sentences) {
      till.disk(fault);
      await expect(till.restart()).rejects.toThrow(sentence);
    }
    till.disk();
    await till.restart();
  });
});
