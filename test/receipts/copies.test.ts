import { describe, expect, test } from 'vitest';
import { appendAudit } from '../../electron/audit/audit.ts';
import { insertOrder } from '../../electron/orders/order-store.ts';
import type { PrintKind } from '../../electron/receipts/print-store.ts';
import { anOrder } from '../orders/an-order.ts';
import { aRowFor, aSaleFor } from '../orders/rows.ts';
import { aPrintDesk, MINUTE, render, unreachable } from './a-print-desk.ts';
import { settled } from './manual-clock.ts';

const desk = aPrintDesk();
const { createQueue } = desk;

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
    aSaleFor(desk.db);
    for (const id of ['order-1', 'order-2']) insertOrder(desk.db, aRowFor(id, anOrder()), anOrder());
    const queue = createQueue({
      render: async (job, printer) => ({
        ...(await render(job, printer)),
        keysOf: [job.orderId ?? 'order-1'],
      }),
      audit: (action, subject, details, staffId) =>
        appendAudit(desk.db, { at: desk.time.clock.now(), action, subject, details, staffId }),
    });
    queue.start();
    queue.enqueue({ kind: 'slip', saleId: 'sale' });
    await settled();
    expect(queue.wasPrinted('sale', 'receipt')).toBe(true);
    const receipt = { kind: 'receipt', saleId: 'sale' } as const;
    expect(queue.enqueue({ ...receipt, orderId: 'order-2' }).copy).toBe(false);
    expect(queue.enqueue({ ...receipt, orderId: 'order-1' }).copy).toBe(true);
    await settled();
    expect(desk.paper).toEqual(['slip sale', 'receipt order-2', 'COPY receipt order-1']);
  });

  test('an order of a sale that was printed whole is one, and so is a whole sale with a printed order', async () => {
    const whole = { kind: 'receipt', saleId: 'sale-1' } as const;
    expect(await printAll({ ...whole, orderId: 'order-1' }, { ...whole, orderId: 'order-2' }, whole)).toEqual(
      [false, false, true],
    );
    expect(await printAll({ ...whole, orderId: 'order-1' })).toEqual([true]);
  });

  test('it is decided when it is printed: two that waited together do not both pass for the first', async () => {
    desk.outcomes = [unreachable];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    desk.outcomes = [unreachable];
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', orderId: 'order-1' });
    await desk.time.pass(MINUTE);
    expect(desk.paper).toEqual(['receipt sale-1', 'COPY receipt order-1']);
  });

  test('a slip that became a receipt while it waited makes the next receipt a copy', async () => {
    const queue = createQueue({
      render: async (job, printer) => ({ ...(await render(job, printer)), kind: 'receipt' }),
    });
    queue.start();
    queue.enqueue({ kind: 'slip', saleId: 'sale-1' });
    await settled();
    expect(queue.enqueue({ kind: 'receipt', saleId: 'sale-1' }).copy).toBe(true);
  });
});

describe('the audit of printed keys', () => {
  const withKey: typeof render = async (job, printer) => ({
    ...(await render(job, printer)),
    keysOf: ['order-1'],
  });
  const printedKeys = () => desk.audit.filter(({ action }) => action === 'key.printed');

  test('names a key once it is on paper, and not while the printer is switched off', async () => {
    desk.outcomes = [{ ok: false, failure: 'unreachable', started: false, detail: 'off' }];
    const queue = createQueue({ render: withKey });
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    await settled();
    expect(printedKeys()).toEqual([]);
    await desk.time.pass(MINUTE);
    expect(printedKeys()).toMatchObject([{ subject: 'order-1', staffId: 'aida' }]);
  });

  test('names a key that may be on a receipt which came out half', async () => {
    desk.outcomes = [{ ok: false, failure: 'interrupted', started: true, detail: 'cut' }];
    const queue = createQueue({ render: withKey });
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    expect(printedKeys()).toHaveLength(1);
  });
});
