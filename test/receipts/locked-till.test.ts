import { describe, expect, test } from 'vitest';
import { aPrintDesk, MINUTE, render, unreachable } from './a-print-desk.ts';
import { settled } from './manual-clock.ts';

const desk = aPrintDesk();

test('a receipt with a key waits in a locked till, whatever else is printed, until somebody signs in', async () => {
  desk.outcomes = [unreachable];
  desk.withKeys = ['sale-1'];
  const queue = desk.createQueue();
  queue.start();
  queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
  await settled();
  desk.present = null;
  queue.heedPresence();
  queue.enqueue({ kind: 'slip', saleId: 'sale-2' });
  await desk.time.pass(2 * MINUTE);
  expect(desk.paper).toEqual(['slip sale-2']);
  expect(queue.status()).toMatchObject({ state: 'waiting', waiting: 1 });
  desk.present = 'daniyar';
  queue.heedPresence();
  await settled();
  expect(desk.paper).toEqual(['slip sale-2', 'receipt sale-1']);
});

test('what waits for somebody says so, also after a restart', () => {
  desk.withKeys = ['sale-1'];
  desk.present = null;
  desk.createQueue().enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
  const restarted = desk.createQueue();
  restarted.start();
  expect(restarted.status()).toMatchObject({ state: 'waiting', error: { code: 'print_needs_sign_in' } });
});

test('a receipt that gets its key while everybody leaves does not come out', async () => {
  const queue = desk.createQueue({
    async render(job, printer) {
      desk.present = null;
      desk.withKeys = ['sale-1'];
      return { ...(await render(job, printer)), keysOf: ['order-1'] };
    },
  });
  queue.start();
  queue.enqueue({ kind: 'slip', saleId: 'sale-1', staffId: 'aida' });
  await settled();
  expect(desk.paper).toEqual([]);
  expect(queue.status()).toMatchObject({ state: 'waiting', error: { code: 'print_needs_sign_in' } });
});

describe('whoever is signed in when a print comes out is named', () => {
  async function aReceiptThatWaits() {
    desk.outcomes = [unreachable];
    desk.withKeys = ['sale-1'];
    const queue = desk.createQueue({
      render: async (job, printer) => ({ ...(await render(job, printer)), keysOf: ['order-1'] }),
    });
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'madina' });
    await settled();
    desk.present = 'daniyar';
    return queue;
  }
  const ways = {
    'signs in': queue => queue.heedPresence(),
    'presses Retry': queue => queue.retry('daniyar'),
    'asks for it too': queue => void queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'daniyar' }),
  } satisfies Record<string, (queue: Awaited<ReturnType<typeof aReceiptThatWaits>>) => void>;

  test.each(Object.entries(ways))('who %s', async (_, act) => {
    act(await aReceiptThatWaits());
    await settled();
    expect(desk.audit).toMatchObject([
      { action: 'print.printed', subject: 'sale-1', staffId: 'daniyar' },
      { action: 'key.printed', subject: 'order-1', staffId: 'daniyar' },
    ]);
  });

  test('also when they leave before the printer has answered', async () => {
    desk.outcomes = ['hang'];
    const queue = desk.createQueue();
    queue.start();
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'madina' });
    await settled();
    desk.present = null;
    desk.release();
    await settled();
    expect(desk.audit).toMatchObject([{ staffId: 'aida', details: { askedBy: 'madina' } }]);
  });
});

describe('a key that was asked for three minutes ago', () => {
  const late = { code: 'print_waits_for_person', details: { sale: '1', needsPerson: true } };

  async function yesterdays() {
    desk.outcomes = [unreachable];
    const queue = desk.createQueue();
    queue.start();
    queue.enqueue({ kind: 'slip', saleId: 'sale-1', staffId: 'madina' });
    await settled();
    desk.present = null;
    desk.withKeys = ['sale-1'];
    queue.heedPresence();
    await desk.time.pass(3 * MINUTE);
    return queue;
  }

  test('does not come out when somebody signs in: the banner says of which sale it is', async () => {
    const queue = await yesterdays();
    expect(desk.told.at(-1)).toMatchObject({ waiting: 1, error: late });
    desk.present = 'daniyar';
    queue.heedPresence();
    await desk.time.pass(10 * MINUTE);
    expect(desk.paper).toEqual([]);
    expect(queue.status()).toMatchObject({ state: 'waiting', waiting: 1, error: late });
  });

  test.each([
    ['the same print', { kind: 'slip', saleId: 'sale-1' }],
    ['the receipt of its sale', { kind: 'receipt', saleId: 'sale-1' }],
    ['everything that waits', undefined],
  ] as const)('comes out when somebody asks for %s', async (_, asked) => {
    const queue = await yesterdays();
    desk.present = 'daniyar';
    if (asked) queue.enqueue({ ...asked, staffId: 'daniyar' });
    else queue.retry('daniyar');
    await settled();
    expect(desk.paper).toEqual(['slip sale-1']);
    expect(desk.audit).toMatchObject([{ staffId: 'daniyar', details: { askedBy: 'daniyar' } }]);
  });

  test('waits again when its printer stays away from who asked', async () => {
    const queue = await yesterdays();
    desk.present = 'daniyar';
    desk.outcomes = Array(100).fill(unreachable);
    queue.retry('daniyar');
    await desk.time.pass(MINUTE);
    expect(queue.status()).toMatchObject({ error: { code: 'printer_unreachable' } });
    await desk.time.pass(3 * MINUTE);
    expect(desk.told.at(-1)).toMatchObject({ error: late });
    desk.outcomes = [];
    await desk.time.pass(10 * MINUTE);
    expect(desk.paper).toEqual([]);
  });

  test('is late from its sale on, not from when the till lined it up', () => {
    desk.withKeys = ['sale-1'];
    const queue = desk.createQueue();
    queue.start();
    const askedAt = desk.time.clock.now() - 3 * MINUTE;
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', askedAt });
    expect(queue.status()).toMatchObject({ waiting: 1, error: late });
  });

  test('is late too where the clock was set back since', () => {
    desk.withKeys = ['sale-1'];
    const queue = desk.createQueue();
    queue.start();
    const askedAt = desk.time.clock.now() + 120 * MINUTE;
    queue.enqueue({ kind: 'receipt', saleId: 'sale-1', askedAt });
    expect(queue.status()).toMatchObject({ waiting: 1, error: late });
  });
});
