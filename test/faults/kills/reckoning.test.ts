import { describe, expect, it } from 'vitest';
import type { BookedOrder } from '../../../electron/sandbox/orders/order.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import type { Sale } from '../../../shared/contract/sales.ts';
import type { Attempt } from './counter.ts';
import { type Books, disagreements } from './reckoning.ts';

const order = (change: Partial<Order> = {}) =>
  ({ id: 'o1', saleId: 's1', state: 'completed', price: '100.00', hasKey: true, ...change }) as Order;
const sale = (change: Partial<Sale> = {}) =>
  ({ id: 's1', attemptId: 'a1', total: '100.00', lines: [{ quantity: 1 }], ...change }) as Sale;
const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  input: { attemptId: 'a1', lines: [], payment: { method: 'cash' } },
  acknowledged: { saleId: 's1' },
  ...change,
});
const booked = (change: Partial<BookedOrder> = {}) =>
  ({ transactionId: 'o1', status: 'COMPLETED', key: 'KEY-1', ...change }) as BookedOrder;

const books = (change: Partial<Books> = {}): Books => ({
  sales: [sale()],
  orders: [order()],
  keys: new Map([['o1', 'KEY-1']]),
  audit: { ok: true, entries: 3 },
  ...change,
});

describe('the reckoning', () => {
  it('finds nothing wrong where customers, till and partner agree', () => {
    expect(disagreements(books(), [attempt()], [booked()])).toEqual([]);
  });

  const refused: Attempt = { input: attempt().input, isRefused: true };
  const broken = { audit: { ok: false, entries: 3 } };
  it.each<[string, Books, Attempt[], BookedOrder[]]>([
    ['an acknowledged sale that is not stored', books({ sales: [] }), [attempt()], [booked()]],
    ['a sale that is stored twice', books({ sales: [sale(), sale({ id: 's2' })] }), [attempt()], [booked()]],
    ['a sale that nobody asked for', books(), [], [booked()]],
    ['a refused sale that is stored', books(), [refused], [booked()]],
    ['a sale that lost an order', books({ orders: [], keys: new Map() }), [attempt()], [booked()]],
    ['an order that was bought twice', books(), [attempt()], [booked(), booked()]],
    [
      'an order that only the partner knows',
      books(),
      [attempt()],
      [booked(), booked({ transactionId: 'x' })],
    ],
    [
      'a delivery that nobody here knows of',
      books({ orders: [order({ state: 'held' })] }),
      [attempt()],
      [booked()],
    ],
    ['a key that is another one', books({ keys: new Map([['o1', 'KEY-2']]) }), [attempt()], [booked()]],
    ['a delivery that never was', books(), [attempt()], [booked({ status: 'CANCELED' })]],
    ['money that went nowhere', books({ sales: [sale({ total: '150.00' })] }), [attempt()], [booked()]],
    ['an audit that was changed', books(broken), [attempt()], [booked()]],
  ])('finds %s', (_, found, attempts, ledger) => {
    expect(disagreements(found, attempts, ledger)).not.toEqual([]);
  });
});
