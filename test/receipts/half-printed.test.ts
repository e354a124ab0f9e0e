import { describe, expect, test } from 'vitest';
import { aPrintDesk, MINUTE, torn, unreachable } from './a-print-desk.ts';
import { settled } from './manual-clock.ts';

const desk = aPrintDesk();
const { createQueue } = desk;

describe('a print that died half-way', () => {
  test('is not printed again while nobody is looking, and the others go on', async () => {
    desk.outcomes = [torn];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    await settled();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await desk.time.pass(60 * MINUTE);
    expect(desk.paper).toEqual(['receipt sale-2']);
    expect(queue.status()).toMatchObject({
      state: 'waiting',
      waiting: 1,
      error: { code: 'printer_interrupted', details: { needsPerson: true } },
    });
    expect(desk.audit).toMatchObject([
      { action: 'print.interrupted', subject: 'sale-1', details: { failure: 'interrupted' } },
      { action: 'print.printed', subject: 'sale-2' },
    ]);
  });

  test('comes out as a copy when a person asks for it again', async () => {
    desk.outcomes = [torn];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    queue.retry('aida');
    await settled();
    expect(desk.paper).toEqual(['COPY receipt sale-1']);
    expect(desk.audit.at(-1)).toMatchObject({ action: 'print.printed', details: { copy: true } });
  });

  test('pressing print again is asking for it again', async () => {
    desk.outcomes = [torn];
    const queue = createQueue();
    queue.start();
    const { printId } = queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
    await settled();
    expect(queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' })).toEqual({
      printId,
      copy: true,
    });
    await settled();
    expect(desk.paper).toEqual(['COPY receipt sale-1']);
  });

  test('the till printing by itself is not a person asking', async () => {
    desk.outcomes = [torn];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await desk.time.pass(10 * MINUTE);
    expect(desk.paper).toEqual([]);
  });

  test('one request is one attempt: a printer that comes back an hour later does not print it then', async () => {
    desk.outcomes = [torn, unreachable];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    queue.retry('aida');
    await desk.time.pass(60 * MINUTE);
    expect(desk.paper).toEqual([]);
    expect(queue.status()).toMatchObject({
      waiting: 1,
      error: { code: 'printer_unreachable', details: { needsPerson: true } },
    });
  });

  test('when the first of several fails again, the others wait for the person too', async () => {
    desk.outcomes = [torn, torn, unreachable];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    queue.enqueue({ kind: 'receipt', saleId: 'sale-2' });
    await desk.time.pass(MINUTE);
    queue.retry('aida');
    await desk.time.pass(60 * MINUTE);
    expect(desk.paper).toEqual([]);
    queue.retry('aida');
    await settled();
    expect(desk.paper).toEqual(['COPY receipt sale-1', 'COPY receipt sale-2']);
  });

  test('given up, it still makes the next one a copy', async () => {
    desk.outcomes = [torn];
    const queue = createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    expect(queue.discard('aida')).toBe(1);
    expect(desk.audit.at(-1)).toMatchObject({
      action: 'print.discarded',
      subject: 'sale-1',
      staffId: 'aida',
    });
    expect(queue.status()).toMatchObject({ state: 'ready', waiting: 0 });
    expect(queue.enqueue({ kind: 'receipt', saleId: 'sale-1' }).copy).toBe(true);
    await settled();
    expect(desk.paper).toEqual(['COPY receipt sale-1']);
  });

  test('a till that went down while printing cannot know, so it counts as begun', async () => {
    desk.outcomes = ['hang'];
    const before = createQueue();
    before.start();
    before.enqueue({ kind: 'receipt', saleId: 'sale-1' });
    await settled();
    const after = createQueue();
    after.start();
    await desk.time.pass(10 * MINUTE);
    expect(after.status()).toMatchObject({ waiting: 1, error: { code: 'printer_interrupted' } });
    expect(desk.paper).toEqual([]);
    after.retry('aida');
    await settled();
    expect(desk.paper).toEqual(['COPY receipt sale-1']);
  });
});
