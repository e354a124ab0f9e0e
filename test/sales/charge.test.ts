import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChargeInput } from '../../electron/sales/charge.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { aCounter, anOfferOnSale, written } from './a-counter.ts';

let counter: Awaited<ReturnType<typeof aCounter>>;
beforeEach(async () => {
  counter = await aCounter();
});
afterEach(() => void counter.db.close());

const failing = (code: ErrorCode, details?: object) =>
  expect.objectContaining(details ? { code, details: expect.objectContaining(details) } : { code });
const line = (change: Partial<ChargeInput['lines'][number]> = {}) => ({
  offerId: 999,
  quantity: 1,
  price: '25.00',
  ...change,
});

/** What is refused leaves nothing behind. */
function refused(input: Partial<ChargeInput>, error: unknown, person = counter.timur): void {
  const before = written(counter.db);
  expect(() => counter.charge(input, person)).toThrow(error as Error);
  expect(written(counter.db)).toEqual(before);
}

describe('one customer, one sale', () => {
  it('the same attempt is the same sale, however often it is made', () => {
    const first = counter.charge({ attemptId: 'double-tap' });
    const second = counter.charge({ attemptId: 'double-tap' });
    expect(second).toEqual(first);
    expect(written(counter.db)).toEqual({ sales: 1, orders: 1, audit: 1 });
  });

  it('the same attempt is the same sale when the price has changed since, or the offer is gone', () => {
    const first = counter.charge({ attemptId: 'late-retry' });
    counter.shelf.clear();
    expect(counter.charge({ attemptId: 'late-retry' }).sale.id).toBe(first.sale.id);
  });

  it('the same attempt for other goods, another player or another payment is refused', () => {
    counter.charge({ attemptId: 'attempt-x', lines: [line({ player: { id: 'P1' } })] });
    const others: Partial<ChargeInput>[] = [
      { lines: [line({ player: { id: 'P1' }, quantity: 2 })] },
      { lines: [line({ player: { id: 'P2' } })] },
      { lines: [line({ player: { id: 'P1' } }), line()] },
      { lines: [line({ player: { id: 'P1' } })], email: 'a@b.example' },
      { lines: [line({ player: { id: 'P1' } })], payment: { method: 'cash', tendered: '30.00' } },
    ];
    for (const other of others) {
      refused({ attemptId: 'attempt-x', ...other }, failing('attempt_conflict', { saleNumber: '1001' }));
    }
  });

  it('quantity three is three orders with ids of their own, in one line', () => {
    const { sale, orders } = counter.charge({
      lines: [line({ quantity: 3 }), line({ player: { id: 'P' } })],
    });
    expect(new Set(orders.map(({ id }) => id)).size).toBe(4);
    expect(orders.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(sale).toMatchObject({ total: '100.00', number: '1001', progress: { open: 4 } });
    expect(sale.lines.map(({ quantity, amount }) => [quantity, amount])).toEqual([
      [3, '75.00'],
      [1, '25.00'],
    ]);
    expect(counter.sales.get(sale.id)).toEqual({ sale, orders });
  });

  it('a charge that cannot be written to the end leaves nothing', () => {
    counter.db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON orders WHEN NEW.position = 3
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    refused({ lines: [line({ quantity: 3 })] }, expect.objectContaining({ message: 'disk full' }));
    expect(counter.orders.summary()).toMatchObject({ waiting: 0, amount: '0' });
    counter.db.exec('DROP TRIGGER full');
    expect(counter.charge().sale.number).toBe('1001');
  });
});

describe('what is sold', () => {
  it('costs what the customer was shown, or is refused with the new price', () => {
    counter.shelf.set(999, anOfferOnSale({ price: '30.00' }));
    refused({}, failing('price_changed', { offerId: 999, price: '30.00' }));
    expect(counter.charge({ lines: [line({ price: '30' })] }).sale.total).toBe('30.00');
  });

  it('must be on the shelf and have a price', () => {
    refused({ lines: [line({ offerId: 1001 })] }, failing('offer_not_found'));
    for (const unsellable of ['no_rate', 'offer_gone', 'out_of_stock'] as const) {
      counter.shelf.set(999, anOfferOnSale({ price: null, unsellable }));
      refused({}, failing(unsellable, { offerId: 999 }));
    }
  });

  it('is a hundred pieces at most', () => {
    const lines = [line({ quantity: 50 }), line({ quantity: 50 })];
    expect(counter.charge({ lines }).orders).toHaveLength(100);
    refused({ lines: [...lines, line()] }, failing('too_many_items', { most: 100 }));
  });

  it('names its player where one is credited, and the server where the game has several', () => {
    counter.shelf.set(1002, anOfferOnSale({ offerId: 1002, delivery: 'topup', needsServer: true }));
    const topUp = (player?: { id: string; serverId?: string }) =>
      player ? line({ offerId: 1002, player }) : line({ offerId: 1002 });
    refused({ lines: [topUp()] }, failing('player_required'));
    refused({ lines: [topUp({ id: 'P1' })] }, failing('server_required'));
    expect(counter.charge({ lines: [topUp({ id: 'P1', serverId: 'S1' })] }).orders[0]?.player).toEqual({
      id: 'P1',
      serverId: 'S1',
    });
  });

  it('as Stars goes to a numeric id', () => {
    const stars = { offerId: 'telegram_stars_100', delivery: 'stars' } as const;
    counter.shelf.set(stars.offerId, anOfferOnSale(stars));
    const to = (id: string) => ({ lines: [line({ offerId: stars.offerId, player: { id } })] });
    refused(to('@someone'), failing('stars_need_numeric_id'));
    expect(counter.charge(to('143594291')).orders[0]?.player?.id).toBe('143594291');
  });

  it('to a player whom the partner does not know is a manager’s to decide', () => {
    counter.shelf.set(1002, anOfferOnSale({ offerId: 1002, delivery: 'topup' }));
    counter.checks.set('1002 P1 undefined', 'invalid');
    const lines = [line({ offerId: 1002, player: { id: 'P1' } })];
    refused({ lines }, failing('player_invalid', { playerId: 'P1' }));
    expect(counter.charge({ lines }, counter.mira).orders).toHaveLength(1);
  });
});

describe('what is paid', () => {
  it('in cash: exactly the total where nothing else is said', () => {
    expect(counter.charge().sale.payment).toEqual({ method: 'cash', tendered: '25.00', change: '0.00' });
  });

  it('in cash: with exact change, to the last coin', () => {
    counter.shelf.set(999, anOfferOnSale({ price: '0.07' }));
    const { sale } = counter.charge({
      lines: [line({ price: '0.07', quantity: 3 })],
      payment: { method: 'cash', tendered: '100.30' },
    });
    expect(sale).toMatchObject({ total: '0.21', payment: { tendered: '100.30', change: '100.09' } });
  });

  it('too little is refused, with what is missing', () => {
    refused(
      { payment: { method: 'cash', tendered: '24.99' } },
      failing('payment_short', { missing: '0.01' }),
    );
  });

  it('in coins that there are', async () => {
    refused({ payment: { method: 'cash', tendered: '25.001' } }, failing('payment_not_exact'));
    const tokyo = await aCounter([anOfferOnSale({ price: '250' })], {
      shop: { ...aShopIn('JPY') },
    });
    const lines = [line({ price: '250', quantity: 3 })];
    const { sale } = tokyo.charge({ lines, payment: { method: 'cash', tendered: '1000' } });
    expect(sale).toMatchObject({ total: '750', payment: { tendered: '1000', change: '250' } });
    expect(() => tokyo.charge({ lines, payment: { method: 'cash', tendered: '750.5' } })).toThrow(
      failing('payment_not_exact'),
    );
    tokyo.db.close();
  });

  it('by card: exactly the total, with the number on the slip', () => {
    refused({ payment: { method: 'card' } }, failing('reference_required'));
    refused(
      { payment: { method: 'card', tendered: '30.00', reference: 'A1' } },
      failing('payment_not_exact'),
    );
    const { sale } = counter.charge({ payment: { method: 'card', tendered: '25', reference: 'A1' } });
    expect(sale.payment).toEqual({ method: 'card', reference: 'A1' });
  });
});

const aShopIn = (currency: string) => ({
  name: 'Player One',
  currency,
  timeZone: 'Asia/Tokyo',
  dayStartsAt: '04:00',
});
