import { describe, expect, test } from 'vitest';
import { TillError } from '../../shared/errors.ts';
import { aPrintDesk, MINUTE, printOn, render, unreachable } from './a-print-desk.ts';
import { settled } from './manual-clock.ts';

const desk = aPrintDesk();
const { createQueue } = desk;

describe('the print queue', () => {
  test('prints what it is given, one after the other, and says so', async () => {
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    queue.enqueue({ kind: 'slip', saleId: 'sale-2' });
    expect(queue.status()).toMatchObject({ state: 'printing', waiting: 2 });
    await settled();
    expect(desk.paper).toEqual(['receipt sale-1', 'slip sale-2']);
    expect(queue.status()).toEqual({ target: 'tcp://127.0.0.1:9100', state: 'ready', waiting: 0 });
    expect(desk.told.at(-1)).toEqual(queue.status());
  });

  test('writes every print into the audit, with who asked for it and never what is on it', async () => {
    const queue = createQueue({
      render: async (job, printer) => ({
        kind: job.kind,
        keysOf: [],
        print: () => printOn(printer, 'SECRET-KEY'),
      }),
    });
    queue.start();
    const { printId } = queue.enqueue({
      kind: 'receipt',
      saleId: 'sale-1',
      orderId: 'order-1',
      staffId: 'aida',
    });
    await settled();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', orderId: 'order-1', staffId: 'aida' });
    await settled();
    expect(desk.audit).toMatchObject([
      { action: 'print.printed', subject: 'order-1', details: { printId, copy: false }, staffId: 'aida' },
      { action: 'print.printed', subject: 'order-1', details: { copy: true }, staffId: 'aida' },
    ]);
    expect(JSON.stringify([desk.audit, desk.db.prepare('SELECT * FROM prints').all()])).not.toContain(
      'SECRET-KEY',
    );
  });

  test('without a printer it refuses', () => {
    desk.connected = false;
    const queue = createQueue();
    queue.start();
    expect(() => queue.enqueue({ kind: 'test' })).toThrow(expect.objectContaining({ code: 'no_printer' }));
    expect(queue.status()).toEqual({ target: null, state: 'none', waiting: 0 });
  });

  test('a receipt of no sale is nothing to print', () => {
    const enqueue = () => createQueue().enqueue({ kind: 'receipt' });
    expect(enqueue).toThrow(expect.objectContaining({ code: 'nothing_to_print' }));
  });

  test('what is queued is still there after a restart', async () => {
    createQueue().enqueue({ kind: 'receipt', saleId: 'sale-1' });
    createQueue().start();
    await settled();
    expect(desk.paper).toEqual(['receipt sale-1']);
  });
});

describe('a printer that is away', () => {
  test('prints by itself when it is back, the oldest first', async () => {
    desk.outcomes = Array(6).fill(unreachable);
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await settled();
    expect(queue.status()).toMatchObject({
      state: 'waiting',
      waiting: 2,
      error: {
        code: 'printer_unreachable',
        message: 'ECONNREFUSED',
        details: { needsPerson: false, failure: 'connection_refused', says: 'ECONNREFUSED' },
      },
    });
    await desk.time.pass(2 * MINUTE);
    expect(desk.paper).toEqual(['receipt sale-1', 'receipt sale-2']);
    expect(queue.status()).toMatchObject({ state: 'ready', waiting: 0 });
    expect(queue.status().error).toBeUndefined();
  });

  test('is asked less and less often, but at least twice a minute', async () => {
    desk.outcomes = Array(1000).fill(unreachable);
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'test' });
    await desk.time.pass(60 * MINUTE);
    const tries = 1000 - desk.outcomes.length;
    expect(tries).toBeGreaterThan(120);
    expect(tries).toBeLessThan(200);
  });

  test('is tried at once when a person asks', async () => {
    desk.outcomes = Array(8).fill(unreachable);
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'test' });
    await desk.time.pass(2 * MINUTE);
    desk.outcomes = [];
    queue.retry('aida');
    await settled();
    expect(desk.paper).toEqual(['test']);
  });

  test('asking twice while it waits does not make two papers', async () => {
    desk.outcomes = [unreachable, unreachable];
    const queue = createQueue();
    queue.start();
    const first = queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    await settled();
    expect(queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' })).toEqual(first);
    await desk.time.pass(MINUTE);
    expect(desk.paper).toEqual(['receipt sale-1']);
  });

  test('a setting that is changed to another printer is used at once', async () => {
    const queue = createQueue();
    queue.enqueue({ kind: 'test' });
    desk.connected = false;
    queue.start();
    await settled();
    expect(queue.status()).toMatchObject({ state: 'none', waiting: 1 });
    desk.connected = true;
    queue.wake();
    await settled();
    expect(desk.paper).toEqual(['test']);
  });

  test('nothing is tried after the queue was stopped', async () => {
    desk.outcomes = [unreachable];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'test' });
    await settled();
    await queue.stop();
    await desk.time.pass(10 * MINUTE);
    expect(desk.paper).toEqual([]);
  });
});

describe('a print that cannot be made', () => {
  test('says why, holds nobody up, and is made when a person asks once it can be', async () => {
    let readable = false;
    const queue = createQueue({
      render: (job, printer) => {
        if (job.saleId === 'sale-1' && !readable) throw new TillError('key_unreadable', 'no data key');
        return render(job, printer);
      },
    });
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await settled();
    expect(desk.paper).toEqual(['receipt sale-2']);
    expect(queue.status()).toMatchObject({ state: 'waiting', waiting: 1, error: { code: 'key_unreadable' } });
    readable = true;
    queue.retry('aida');
    await settled();
    expect(desk.paper).toEqual(['receipt sale-2', 'receipt sale-1']);
  });
});

describe('stopping', () => {
  test('waits for the print under way to be recorded', async () => {
    desk.outcomes = ['hang'];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    const stopped = queue.stop();
    desk.release();
    await stopped;
    expect(desk.db.prepare('SELECT state FROM prints').pluck().get()).toBe('printed');
  });

  test('does not wait for a printer that hangs, nor write when the till is gone', async () => {
    desk.outcomes = ['hang'];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    const stopped = queue.stop();
    await desk.time.pass(1_000);
    await stopped;
    desk.release();
    await settled();
    expect(desk.db.prepare('SELECT state FROM prints').pluck().get()).toBe('printing');
    expect(desk.audit).toEqual([]);
  });
});

describe('a disk that fails', () => {
  test('after a print keeps the outcome until it can be recorded, and prints nothing else meanwhile', async () => {
    let full = true;
    const queue = createQueue({
      audit: () => {
        if (full) throw new Error('SQLITE_FULL');
      },
    });
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await desk.time.pass(5 * MINUTE);
    expect(desk.paper).toEqual(['receipt sale-1']);
    expect(queue.status().error).toMatchObject({ code: 'storage_failed' });
    expect(desk.failures.length).toBeGreaterThan(10);
    full = false;
    await desk.time.pass(MINUTE);
    expect(desk.paper).toEqual(['receipt sale-1', 'receipt sale-2']);
    expect(queue.status()).toMatchObject({ state: 'ready', waiting: 0 });
  });
});
