import { expect, test } from 'vitest';
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
  desk.isSignedIn = false;
  queue.heedPresence();
  queue.enqueue({ kind: 'slip', saleId: 'sale-2' });
  await desk.time.pass(10 * MINUTE);
  expect(desk.paper).toEqual(['slip sale-2']);
  expect(queue.status()).toMatchObject({ state: 'waiting', waiting: 1 });
  desk.isSignedIn = true;
  queue.heedPresence();
  await settled();
  expect(desk.paper).toEqual(['slip sale-2', 'receipt sale-1']);
});

test('what waits for somebody says so, also after a restart', () => {
  desk.withKeys = ['sale-1'];
  desk.isSignedIn = false;
  desk.createQueue().enqueue({ kind: 'receipt', saleId: 'sale-1', staffId: 'aida' });
  const restarted = desk.createQueue();
  restarted.start();
  expect(restarted.status()).toMatchObject({ state: 'waiting', error: { code: 'print_needs_sign_in' } });
});

test('a receipt that gets its key while everybody leaves does not come out', async () => {
  const queue = desk.createQueue({
    async render(job, printer) {
      desk.isSignedIn = false;
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
