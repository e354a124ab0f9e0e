import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendAudit } from '../../electron/audit/audit.ts';
import { insertOrder } from '../../electron/orders/order-store.ts';
import type { Printer, PrintResult, Random } from '../../electron/ports.ts';
import {
  createPrintQueue,
  type PrintQueueParts,
  type Rendered,
} from '../../electron/receipts/print-queue.ts';
import type { PrintJob, PrintKind } from '../../electron/receipts/print-store.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import type { PrinterStatus } from '../../shared/contract/terminal.ts';
import { TillError } from '../../shared/errors.ts';
import { anOrder } from '../orders/an-order.ts';
import { aRowFor, aSaleFor } from '../orders/rows.ts';
import { createManualClock, settled } from './manual-clock.ts';

const MINUTE = 60_000;

let db: Db;
let time: ReturnType<typeof createManualClock>;
/** What came out: one text per print. */
let paper: string[];
let audit: {
  action: string;
  subject: string | null;
  details: Record<string, unknown>;
  staffId: string | null;
}[];
let told: PrinterStatus[];
/** What the printer does with the next prints; none left: it prints. */
let outcomes: (PrintResult | 'hang')[];
let connected: boolean;
let seed: number;
let release: () => void;

const unreachable: PrintResult = {
  ok: false,
  failure: 'unreachable',
  started: false,
  detail: 'ECONNREFUSED',
};
const torn: PrintResult = { ok: false, failure: 'interrupted', started: true, detail: 'ECONNRESET' };

const random: Random = {
  bytes: length => new Uint8Array(length).fill(seed++),
  fraction: () => 0.5,
};

const printer: Printer = {
  target: 'tcp://127.0.0.1:9100',
  async print(bytes) {
    const outcome = outcomes.shift() ?? { ok: true };
    if (outcome === 'hang') {
      await new Promise<void>(resolve => {
        release = resolve;
      });
    } else if (!outcome.ok) return outcome;
    paper.push(new TextDecoder().decode(bytes));
    return { ok: true };
  },
};

async function render(job: PrintJob): Promise<Rendered> {
  const text = `${job.copy ? 'COPY ' : ''}${job.kind} ${job.orderId ?? job.saleId ?? ''}`.trim();
  return { kind: job.kind, bytes: new TextEncoder().encode(text), keysOf: [] };
}

function createQueue(change: Partial<PrintQueueParts> = {}) {
  return createPrintQueue({
    db,
    clock: time.clock,
    random,
    printer: () => (connected ? printer : null),
    render,
    audit: (action, subject, details, staffId) => void audit.push({ action, subject, details, staffId }),
    changed: status => void told.push(status),
    ...change,
  });
}

beforeEach(() => {
  db = openStore(':memory:');
  // Sales, orders and staff are other parts' tables: here only their ids matter.
  db.pragma('foreign_keys = OFF');
  time = createManualClock();
  paper = [];
  audit = [];
  told = [];
  outcomes = [];
  connected = true;
  seed = 1;
  release = () => {};
});

afterEach(() => db.close());

describe('the print queue', () => {
  test('prints what it is given, one after the other, and says so', async () => {
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    queue.enqueue({ kind: 'slip', saleId: 'sale-2' });
    expect(queue.status()).toMatchObject({ state: 'printing', waiting: 2 });
    await settled();
    expect(paper).toEqual(['receipt sale-1', 'slip sale-2']);
    expect(queue.status()).toEqual({ target: 'tcp://127.0.0.1:9100', state: 'ready', waiting: 0 });
    expect(told.at(-1)).toEqual(queue.status());
  });

  test('writes every print into the audit, with who asked for it and never what is on it', async () => {
    const queue = createQueue({
      render: async job => ({ kind: job.kind, bytes: new TextEncoder().encode('SECRET-KEY'), keysOf: [] }),
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
    expect(audit).toMatchObject([
      { action: 'print.printed', subject: 'order-1', details: { printId, copy: false }, staffId: 'aida' },
      { action: 'print.printed', subject: 'order-1', details: { copy: true }, staffId: 'aida' },
    ]);
    expect(JSON.stringify([audit, db.prepare('SELECT * FROM prints').all()])).not.toContain('SECRET-KEY');
  });

  test('without a printer it refuses', () => {
    connected = false;
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
    expect(paper).toEqual(['receipt sale-1']);
  });
});

describe('a printer that is away', () => {
  test('prints by itself when it is back, the oldest first', async () => {
    outcomes = Array(6).fill(unreachable);
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await settled();
    expect(queue.status()).toMatchObject({
      state: 'waiting',
      waiting: 2,
      error: { code: 'printer_unreachable', message: 'ECONNREFUSED', details: { needsPerson: false } },
    });
    await time.pass(2 * MINUTE);
    expect(paper).toEqual(['receipt sale-1', 'receipt sale-2']);
    expect(queue.status()).toMatchObject({ state: 'ready', waiting: 0 });
    expect(queue.status().error).toBeUndefined();
  });

  test('is asked less and less often, but at least twice a minute', async () => {
    outcomes = Array(1000).fill(unreachable);
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'test' });
    await time.pass(60 * MINUTE);
    const tries = 1000 - outcomes.length;
    expect(tries).toBeGreaterThan(120);
    expect(tries).toBeLessThan(200);
  });

  test('is tried at once when a person asks', async () => {
    outcomes = Array(8).fill(unreachable);
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'test' });
    await time.pass(2 * MINUTE);
    outcomes = [];
    queue.retry();
    await settled();
    expect(paper).toEqual(['test']);
  });

  test('asking twice while it waits does not make two papers', async () => {
    outcomes = [unreachable, unreachable];
    const queue = createQueue();
    queue.start();
    const first = queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    await settled();
    expect(queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' })).toEqual(first);
    await time.pass(MINUTE);
    expect(paper).toEqual(['receipt sale-1']);
  });

  test('a setting that is changed to another printer is used at once', async () => {
    const queue = createQueue();
    queue.enqueue({ kind: 'test' });
    connected = false;
    queue.start();
    await settled();
    expect(queue.status()).toMatchObject({ state: 'none', waiting: 1 });
    connected = true;
    queue.wake();
    await settled();
    expect(paper).toEqual(['test']);
  });

  test('nothing is tried after the queue was stopped', async () => {
    outcomes = [unreachable];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'test' });
    await settled();
    await queue.stop();
    await time.pass(10 * MINUTE);
    expect(paper).toEqual([]);
  });
});

describe('a print that died half-way', () => {
  test('is not printed again while nobody is looking, and the others go on', async () => {
    outcomes = [torn];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    await settled();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await time.pass(60 * MINUTE);
    expect(paper).toEqual(['receipt sale-2']);
    expect(queue.status()).toMatchObject({
      state: 'waiting',
      waiting: 1,
      error: { code: 'printer_interrupted', details: { needsPerson: true } },
    });
    expect(audit).toMatchObject([
      { action: 'print.interrupted', subject: 'sale-1', details: { failure: 'interrupted' } },
      { action: 'print.printed', subject: 'sale-2' },
    ]);
  });

  test('comes out as a copy when a person asks for it again', async () => {
    outcomes = [torn];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    queue.retry();
    await settled();
    expect(paper).toEqual(['COPY receipt sale-1']);
    expect(audit.at(-1)).toMatchObject({ action: 'print.printed', details: { copy: true } });
  });

  test('pressing print again is asking for it again', async () => {
    outcomes = [torn];
    const queue = createQueue();
    queue.start();
    const { printId } = queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    await settled();
    expect(queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' })).toEqual({
      printId,
      copy: true,
    });
    await settled();
    expect(paper).toEqual(['COPY receipt sale-1']);
  });

  test('the till printing by itself is not a person asking', async () => {
    outcomes = [torn];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await time.pass(10 * MINUTE);
    expect(paper).toEqual([]);
  });

  test('one request is one attempt: a printer that comes back an hour later does not print it then', async () => {
    outcomes = [torn, unreachable];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    queue.retry();
    await time.pass(60 * MINUTE);
    expect(paper).toEqual([]);
    expect(queue.status()).toMatchObject({
      waiting: 1,
      error: { code: 'printer_unreachable', details: { needsPerson: true } },
    });
  });

  test('when the first of several fails again, the others wait for the person too', async () => {
    outcomes = [torn, torn, unreachable];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await time.pass(MINUTE);
    queue.retry();
    await time.pass(60 * MINUTE);
    expect(paper).toEqual([]);
    queue.retry();
    await settled();
    expect(paper).toEqual(['COPY receipt sale-1', 'COPY receipt sale-2']);
  });

  test('given up, it still makes the next one a copy', async () => {
    outcomes = [torn];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    expect(queue.discard('aida')).toBe(1);
    expect(audit.at(-1)).toMatchObject({ action: 'print.discarded', subject: 'sale-1', staffId: 'aida' });
    expect(queue.status()).toMatchObject({ state: 'ready', waiting: 0 });
    expect(queue.enqueue({ kind: 'receipt', saleId: 'sale-1' }).copy).toBe(true);
    await settled();
    expect(paper).toEqual(['COPY receipt sale-1']);
  });

  test('a till that went down while printing cannot know, so it counts as begun', async () => {
    outcomes = ['hang'];
    const before = createQueue();
    before.start();
    before.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    const after = createQueue();
    after.start();
    await time.pass(10 * MINUTE);
    expect(after.status()).toMatchObject({ waiting: 1, error: { code: 'printer_interrupted' } });
    expect(paper).toEqual([]);
    after.retry();
    await settled();
    expect(paper).toEqual(['COPY receipt sale-1']);
  });
});

describe('what counts as a copy', () => {
  const printAll = async (...asked: { kind: PrintKind; saleId: string; orderId?: string }[]) => {
    const queue = createQueue();
    queue.start();
    const copies: boolean[] = [];
    for (const request of asked) {
      copies.push(queue.enqueue(request).copy);
      await settled();
    }
    return copies;
  };

  test('the receipt after the slip is the first receipt', async () => {
    const asked = { saleId: 'sale-1' };
    expect(await printAll({ kind: 'slip', ...asked }, { kind: 'receipt', ...asked })).toEqual([false, false]);
  });

  test('a second slip is a copy, and the screen knows of the first', async () => {
    const queue = createQueue();
    queue.start();
    expect(queue.wasPrinted('sale-1', 'slip')).toBe(false);
    queue.enqueue({ kind: 'slip', saleId: 'sale-1' });
    await settled();
    expect(queue.wasPrinted('sale-1', 'slip')).toBe(true);
    expect(queue.wasPrinted('sale-1', 'receipt')).toBe(false);
    expect(queue.enqueue({ kind: 'slip', saleId: 'sale-1' }).copy).toBe(true);
  });

  test('a key that was on the slip is a copy on the receipt, alone or with its sale, and no other key is', async () => {
    aSaleFor(db);
    for (const id of ['order-1', 'order-2']) insertOrder(db, aRowFor(id, anOrder()), anOrder());
    const queue = createQueue({
      render: async job => ({ ...(await render(job)), keysOf: [job.orderId ?? 'order-1'] }),
      audit: (action, subject, details, staffId) =>
        appendAudit(db, { at: time.clock.now(), action, subject, details, staffId }),
    });
    queue.start();
    queue.enqueue({ kind: 'slip', saleId: 'sale' });
    await settled();
    expect(queue.wasPrinted('sale', 'receipt')).toBe(true);
    const receipt = { kind: 'receipt', saleId: 'sale' } as const;
    expect(queue.enqueue({ ...receipt, orderId: 'order-2' }).copy).toBe(false);
    expect(queue.enqueue({ ...receipt, orderId: 'order-1' }).copy).toBe(true);
    await settled();
    expect(paper).toEqual(['slip sale', 'receipt order-2', 'COPY receipt order-1']);
  });

  test('an order of a sale that was printed whole is one, and so is a whole sale with a printed order', async () => {
    const whole = { kind: 'receipt', saleId: 'sale-1' } as const;
    expect(await printAll({ ...whole, orderId: 'order-1' }, { ...whole, orderId: 'order-2' }, whole)).toEqual(
      [false, false, true],
    );
    expect(await printAll({ ...whole, orderId: 'order-1' })).toEqual([true]);
  });

  test('it is decided when it is printed: two that waited together do not both pass for the first', async () => {
    outcomes = [unreachable];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    outcomes = [unreachable];
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', orderId: 'order-1' });
    await time.pass(MINUTE);
    expect(paper).toEqual(['receipt sale-1', 'COPY receipt order-1']);
  });

  test('a slip that became a receipt while it waited makes the next receipt a copy', async () => {
    const queue = createQueue({ render: async job => ({ ...(await render(job)), kind: 'receipt' }) });
    queue.start();
    queue.enqueue({ kind: 'slip', saleId: 'sale-1' });
    await settled();
    expect(queue.enqueue({ kind: 'receipt', saleId: 'sale-1' }).copy).toBe(true);
  });
});

describe('the audit of printed keys', () => {
  const withKey = async (job: PrintJob): Promise<Rendered> => ({
    ...(await render(job)),
    keysOf: ['order-1'],
  });
  const printedKeys = () => audit.filter(({ action }) => action === 'key.printed');

  test('names a key once it is on paper, and not while the printer is switched off', async () => {
    outcomes = [{ ok: false, failure: 'unreachable', started: false, detail: 'off' }];
    const queue = createQueue({ render: withKey });
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    await settled();
    expect(printedKeys()).toEqual([]);
    await time.pass(MINUTE);
    expect(printedKeys()).toMatchObject([{ subject: 'order-1', staffId: 'aida' }]);
  });

  test('names a key that may be on a receipt which came out half', async () => {
    outcomes = [{ ok: false, failure: 'interrupted', started: true, detail: 'cut' }];
    const queue = createQueue({ render: withKey });
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    expect(printedKeys()).toHaveLength(1);
  });
});

describe('a print that cannot be made', () => {
  test('says why, holds nobody up, and is made when a person asks once it can be', async () => {
    let readable = false;
    const queue = createQueue({
      render: job => {
        if (job.saleId === 'sale-1' && !readable) throw new TillError('key_unreadable', 'no data key');
        return render(job);
      },
    });
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await settled();
    expect(paper).toEqual(['receipt sale-2']);
    expect(queue.status()).toMatchObject({ state: 'waiting', waiting: 1, error: { code: 'key_unreadable' } });
    readable = true;
    queue.retry();
    await settled();
    expect(paper).toEqual(['receipt sale-2', 'receipt sale-1']);
  });
});

describe('stopping', () => {
  test('waits for the print under way to be recorded', async () => {
    outcomes = ['hang'];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    const stopped = queue.stop();
    release();
    await stopped;
    expect(db.prepare('SELECT state FROM prints').pluck().get()).toBe('printed');
  });

  test('does not wait for a printer that hangs, nor write when the till is gone', async () => {
    outcomes = ['hang'];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    const stopped = queue.stop();
    await time.pass(1_000);
    await stopped;
    release();
    await settled();
    expect(db.prepare('SELECT state FROM prints').pluck().get()).toBe('printing');
    expect(audit).toEqual([]);
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
    await time.pass(5 * MINUTE);
    expect(paper).toEqual(['receipt sale-1']);
    expect(queue.status().error).toMatchObject({ code: 'storage_failed' });
    full = false;
    await time.pass(MINUTE);
    expect(paper).toEqual(['receipt sale-1', 'receipt sale-2']);
    expect(queue.status()).toMatchObject({ state: 'ready', waiting: 0 });
  });
});
