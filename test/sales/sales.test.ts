import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImpossibleEvent } from '../../electron/orders/order-facts.ts';
import { dayReport } from '../../electron/reports/day-report.ts';
import { TillError } from '../../shared/errors.ts';
import { compare, sum } from '../../shared/money.ts';
import { EVENTS, says } from '../orders/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { aCounter } from './a-counter.ts';

let counter: Awaited<ReturnType<typeof aCounter>>;
beforeEach(async () => {
  counter = await aCounter();
});
afterEach(() => void counter.db.close());

describe('the sales of a till', () => {
  it('are numbered without a gap, and listed newest first, a page at a time', () => {
    const numbers = Array.from({ length: 7 }, () => counter.charge().sale.number);
    expect(numbers).toEqual(['1001', '1002', '1003', '1004', '1005', '1006', '1007']);
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = counter.sales.list({ limit: 3, cursor });
      listed.push(...page.sales.map(({ number }) => number));
      cursor = page.nextCursor;
      counter.charge();
    } while (cursor !== undefined);
    expect(listed).toEqual(numbers.toReversed());
  });

  it.each(['1970-01-01T00:05:00Z', '2000-01-01T00:05:00Z', '2107-03-01T00:00:00Z'])(
    'are not made while the clock says %s: nothing is stored, and it goes on when the clock is right',
    wrong => {
      const right = counter.clock.now();
      counter.clock.set(Date.parse(wrong));
      expect(() => counter.charge()).toThrow(expect.objectContaining({ code: 'clock_wrong' }));
      expect(counter.sales.any()).toBe(false);
      counter.clock.set(right);
      expect(counter.charge().sale.number).toBe('1001');
    },
  );

  it('are found by their number, and by the number on the card slip', () => {
    const { sale } = counter.charge({ payment: { method: 'card', reference: 'SLIP-77' } });
    counter.charge();
    for (const query of ['1001', '#1001', '№ 1001', 'KT1001', 'SLIP-77', sale.id]) {
      expect(counter.sales.list({ query, limit: 10 }).sales.map(({ id }) => id)).toEqual([sale.id]);
    }
    for (const query of ['%', '100', "' OR ''='", 'slip']) {
      expect(counter.sales.list({ query, limit: 10 }).sales).toEqual([]);
    }
  });

  it('that may have been refunded after the backup they came from are refunded by a manager alone', () => {
    const { orders } = counter.charge();
    const [{ id } = { id: '' }] = orders;
    counter.live(id, { type: 'claimed' });
    counter.live(id, { type: 'created', result: says({ status: 'CANCELED' }) });
    counter.live(id, { type: 'restored', gap: true });
    expect(() => counter.sales.refund(id, counter.timur, undefined)).toThrow(
      expect.objectContaining({ code: 'not_allowed' }),
    );
    expect(counter.sales.refund(id, counter.mira, undefined)).toMatchObject({ refund: { amount: '25.00' } });
  });

  it('belong to the business day on which they were made, their refunds to the day the money went back', async () => {
    const { orders } = counter.charge();
    const [{ id } = { id: '' }] = orders;
    counter.live(id, { type: 'claimed' });
    counter.live(id, { type: 'created', result: says({ status: 'CANCELED' }) });
    await counter.clock.pass(24 * 60 * 60_000);
    counter.sales.refund(id, counter.timur, undefined);
    expect(counter.sales.ofDay('2026-03-29')).toMatchObject({ sales: [{ number: '1001' }], refunds: [] });
    expect(counter.sales.ofDay('2026-03-30')).toMatchObject({
      sales: [],
      refunds: [{ orderId: id, saleDay: '2026-03-29', amount: '25.00', method: 'cash' }],
    });
  });

  it('know how far they are', () => {
    const { sale, orders } = counter.charge({ lines: [{ offerId: 999, quantity: 3, price: '25.00' }] });
    const [one = '', two = '', three = ''] = orders.map(({ id }) => id);
    for (const id of [one, two, three]) counter.live(id, { type: 'claimed' });
    counter.live(one, { type: 'created', result: says({ key: 'K' }) });
    counter.live(two, { type: 'created', result: says({ partnerOrderId: 'P2', status: 'CANCELED' }) });
    expect(counter.sales.get(sale.id).sale.progress).toEqual({ delivered: 1, open: 1, failed: 1 });
    counter.live(two, { type: 'decided', decision: 'reorder' });
    expect(counter.sales.get(sale.id).sale).toMatchObject({
      progress: { delivered: 1, open: 2, failed: 0 },
      lines: [{ quantity: 3 }],
    });
  });
});

describe('the money', () => {
  const step = fc.oneof(
    { weight: 1, arbitrary: fc.record({ charge: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ refund: fc.nat() }) },
    { weight: 6, arbitrary: fc.record({ which: fc.nat(), event: fc.constantFrom(...EVENTS) }) },
    {
      weight: 2,
      arbitrary: fc.record({ which: fc.nat(), event: fc.constant({ type: 'claimed' } as const) }),
    },
  );

  function attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof TillError) && !(error instanceof ImpossibleEvent)) throw error;
    }
  }

  it('that was taken is delivered, waiting, to be given back or given back: nothing else, and nothing twice', () => {
    const ids: string[] = [];
    const pick = (which: number): string => ids[which % ids.length] ?? '';
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), steps => {
        for (const next of steps) {
          if ('charge' in next) {
            const lines = [{ offerId: 999, quantity: next.charge, price: '25.00' }];
            ids.push(...counter.charge({ lines }).orders.map(({ id }) => id));
          } else if (ids.length === 0) continue;
          else if ('refund' in next)
            attempt(() => counter.sales.refund(pick(next.refund), counter.timur, undefined));
          else {
            attempt(() => {
              const { replacement } = counter.live(pick(next.which), next.event);
              if (replacement) ids.push(replacement.id);
            });
          }
        }
        const day = counter.sales.ofDay(counter.sales.today());
        const { totals } = dayReport({ day: counter.sales.today(), shop: aShop().shop, ...day });
        expect(sum([totals.delivered, totals.waiting, totals.toRefund, totals.refunded])).toBe(
          sum([totals.gross]),
        );
        expect(sum(day.sales.map(({ total }) => total))).toBe(sum([totals.gross]));
        expect(compare(totals.refunds, totals.gross)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
    expect(ids.length).toBeGreaterThan(20);
  });
});
