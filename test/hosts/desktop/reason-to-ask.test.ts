import { expect, test } from 'vitest';
import { reasonToAsk } from '../../../electron/hosts/desktop/reason-to-ask.ts';
import { aStatus } from '../../support/fixtures.ts';

const status = aStatus();

test('a till that nobody waits for is closed without a word', () => {
  expect(reasonToAsk(status, false)).toBeUndefined();
  expect(reasonToAsk(undefined, false)).toBeUndefined();
});

test('a sale on the screen, orders that wait and receipts that wait are asked about, the sale first', () => {
  const queue = { ...status.queue, waiting: 2 };
  const printer = { ...status.printer, waiting: 1 };
  expect(reasonToAsk({ ...status, queue }, true)).toBe('saleOnScreen');
  expect(reasonToAsk({ ...status, queue }, false)).toBe('work');
  expect(reasonToAsk({ ...status, printer }, false)).toBe('work');
});
