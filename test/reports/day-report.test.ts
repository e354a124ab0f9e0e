import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayReport } from '../../electron/reports/day-report.ts';
import { dayReport as dayReportSchema } from '../../shared/contract/records.ts';
import { ORDER_STATES } from '../../shared/order-state.ts';
import { aRefund, aSale, backAt, DAY, theDay } from '../support/day-records.ts';

describe('the report of a day', () => {
  test('without a sale is all zeros, and says which hours it covers', () => {
    expect(dayReport(theDay([]))).toMatchObject({
      day: DAY,
      from: '2026-03-28T23:00:00.000Z',
      to: '2026-03-29T23:00:00.000Z',
      timeZone: 'Asia/Almaty',
      currency: 'KZT',
      totals: { sales: 0, orders: 0, gross: '0.00', refunds: '0.00', net: '0.00', delivered: '0.00' },
      byProduct: [],
      open: [],
    });
  });

  test('says what became of the money', () => {
    const report = dayReport(
      theDay([
        aSale([{}, { state: 'processing' }, { state: 'held', reason: 'price_changed' }]),
        aSale([{ state: 'canceled' }, { state: 'canceled', refund: backAt() }, { state: 'refunded' }], {
          id: 'sale-2',
          number: '2',
        }),
      ]),
    );
    expect(report.totals).toMatchObject({
      sales: 2,
      orders: 6,
      gross: '150.00',
      delivered: '25.00',
      waiting: '50.00',
      toRefund: '50.00',
      refunded: '25.00',
    });
    expect(report.open.map(order => order.state)).toEqual(['processing', 'held']);
  });

  test('says which numbers a restore left to sales that it could not bring back', () => {
    const numbered = (number: string) => aSale([{}], { id: `sale-${number}`, number });
    const sold = theDay([numbered('1042'), numbered('1043'), numbered('3001'), numbered('3002')]);
    expect(dayReport(sold).numbersLeftOut).toEqual([{ from: '1044', to: '3000' }]);
    expect(dayReport({ ...sold, numberBefore: 1041 }).numbersLeftOut).toEqual([{ from: '1044', to: '3000' }]);
    const first = theDay([numbered('3001')]);
    expect(dayReport({ ...first, numberBefore: 1042 }).numbersLeftOut).toEqual([
      { from: '1043', to: '3000' },
    ]);
    expect(dayReport(first).numbersLeftOut).toEqual([]);
  });

  test('counts an order that was replaced once, as the one in its place', () => {
    const report = dayReport(
      theDay([
        aSale([
          { state: 'canceled', reason: 'by_partner', replacedBy: 'sale-1-2' },
          { state: 'completed', replaces: 'sale-1-1' },
        ]),
      ]),
    );
    expect(report.totals).toMatchObject({ orders: 1, gross: '25.00', delivered: '25.00', toRefund: '0.00' });
    expect(report.byState).toEqual([{ state: 'completed', orders: 1, gross: '25.00' }]);
  });

  test('counts a refund on the day the money went back, by the way it went', () => {
    const sold = [aSale([{ state: 'canceled', refund: backAt('2026-03-30T10:00:00.000Z') }])];
    const tomorrow = aRefund({ day: '2026-03-30', at: '2026-03-30T10:00:00.000Z' });
    const ofEarlier = aRefund({
      orderId: 'old',
      saleId: 'old',
      saleDay: '2026-03-01',
      amount: '40.00',
      method: 'card',
    });
    const { totals, byPayment } = dayReport(theDay(sold, [tomorrow, ofEarlier]));
    expect(totals).toMatchObject({ gross: '25.00', refunded: '25.00', refunds: '40.00', net: '-15.00' });
    expect(byPayment).toEqual([
      { method: 'cash', sales: 1, gross: '25.00', refunds: '0.00', net: '25.00' },
      { method: 'card', sales: 0, gross: '0.00', refunds: '40.00', net: '-40.00' },
    ]);
  });

  test('leaves out the orders of other days that its refunds are about', () => {
    const old = aSale([{ state: 'canceled', refund: backAt() }], { id: 'old', day: '2026-03-01' });
    const today = theDay(
      [aSale([{}])],
      [aRefund({ orderId: 'old-1', saleId: 'old', saleDay: '2026-03-01' })],
    );
    const report = dayReport({ ...today, orders: [...today.orders, ...old.orders] });
    expect(report.totals).toMatchObject({ orders: 1, gross: '25.00', refunds: '25.00', refunded: '0.00' });
  });

  test('groups by product, cashier and hour', () => {
    const aida = { id: 'aida', name: 'Aida' };
    const report = dayReport(
      theDay([
        aSale([{}, { productName: 'Roblox', price: '900.00' }]),
        aSale([{}], { id: 'sale-2', number: '2', staff: aida, createdAt: '2026-03-29T09:59:59.000Z' }),
        aSale([{}], { id: 'sale-3', number: '3', staff: aida, createdAt: '2026-03-29T10:00:00.000Z' }),
      ]),
    );
    expect(report.byProduct).toEqual([
      { productName: 'Roblox', orders: 1, gross: '900.00' },
      { productName: 'Steam US', orders: 3, gross: '75.00' },
    ]);
    expect(report.byStaff).toEqual([
      { staffId: 'timur', name: 'Timur', sales: 1, orders: 2, gross: '925.00' },
      { staffId: 'aida', name: 'Aida', sales: 2, orders: 2, gross: '50.00' },
    ]);
    expect(report.byHour).toEqual([
      { hour: '14:00', from: '2026-03-29T09:00:00.000Z', sales: 2, orders: 3, gross: '950.00' },
      { hour: '15:00', from: '2026-03-29T10:00:00.000Z', sales: 1, orders: 1, gross: '25.00' },
    ]);
  });

  test('costs are what the partner charged for what was delivered, each currency by itself', () => {
    const { costs } = dayReport(
      theDay([
        aSale([
          { offerId: 1001, chargedCost: '23.10' },
          { offerId: 1001 },
          { offerId: 'telegram_stars_50', cost: '0.77', costCurrency: 'USD', chargedCost: '0.78' },
          { state: 'processing' },
        ]),
      ]),
    );
    expect(costs).toEqual([
      { currency: 'KZT', orders: 2, amount: '46.19' },
      { currency: 'USD', orders: 1, amount: '0.78' },
    ]);
  });

  test('the test offer is sold and delivered, and costs nothing', () => {
    const { costs, totals } = dayReport(theDay([aSale([{ offerId: 999, chargedCost: '23.09' }])]));
    expect(costs).toEqual([]);
    expect(totals.orders).toBe(1);
  });

  test('of an autumn night tells its two second hours apart', () => {
    const sold = ['00:30', '01:30'].map((time, i) =>
      aSale([{}], {
        id: `sale-${i}`,
        number: `${i + 1}`,
        day: '2026-10-25',
        createdAt: `2026-10-25T${time}:00.000Z`,
      }),
    );
    const shop = { ...theDay([]).shop, timeZone: 'Europe/Berlin', dayStartsAt: '00:00' };
    const { byHour } = dayReport({ ...theDay(sold), shop, day: '2026-10-25' });
    expect(byHour.map(({ hour, from }) => [hour, from])).toEqual([
      ['02:00', '2026-10-25T00:00:00.000Z'],
      ['02:00', '2026-10-25T01:00:00.000Z'],
    ]);
  });
});

const coins = fc.integer({ min: 0, max: 5_000_000 });
const amountOf = (value: number): string =>
  `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

const anyOrder = fc.record({
  state: fc.constantFrom(...ORDER_STATES),
  coins,
  productName: fc.constantFrom('Steam US', 'Roblox', 'PUBG Mobile'),
  isRefunded: fc.boolean(),
  isReplaced: fc.boolean(),
});
const anySale = fc.record({
  orders: fc.array(anyOrder, { minLength: 1, maxLength: 6 }),
  method: fc.constantFrom('cash' as const, 'card' as const),
  staff: fc.constantFrom({ id: 'a', name: 'Aida' }, { id: 't', name: 'Timur' }),
  minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
});

test('every way to add up a day comes to the same sum', () => {
  fc.assert(
    fc.property(fc.array(anySale, { maxLength: 8 }), fc.array(coins, { maxLength: 4 }), (sales, back) => {
      const sold = sales.map(({ orders, method, staff, minute }, i) =>
        aSale(
          orders.flatMap((order, at) => {
            const ended = order.state === 'canceled' || order.state === 'refunded';
            const made = { state: order.state, price: amountOf(order.coins), productName: order.productName };
            if (ended && order.isReplaced) {
              return [
                { ...made, id: `${i}-${at}`, replacedBy: `${i}-${at}-again` },
                { ...made, id: `${i}-${at}-again`, replaces: `${i}-${at}`, state: 'completed' as const },
              ];
            }
            return [ended && order.isRefunded ? { ...made, refund: backAt(undefined, made.price) } : made];
          }),
          {
            id: `sale-${i}`,
            number: `${i + 1}`,
            staff,
            payment: { method },
            createdAt: new Date(Date.parse('2026-03-28T23:00:00Z') + minute * 60_000).toISOString(),
          },
        ),
      );
      const refunds = back.map((value, i) => aRefund({ orderId: `r${i}`, amount: amountOf(value) }));
      const report = dayReport(theDay(sold, refunds));
      const { totals } = report;

      const taken = sales.flatMap(({ orders }) => orders).reduce((total, order) => total + order.coins, 0);
      const givenBack = back.reduce((total, value) => total + value, 0);
      const inCoins = (amount: string): number => Math.round(Number(amount) * 100);
      const total = (entries: readonly { gross: string }[]): number =>
        entries.reduce((all, { gross }) => all + inCoins(gross), 0);

      expect(dayReportSchema.safeParse(report).success).toBe(true);
      expect(inCoins(totals.gross)).toBe(taken);
      expect(inCoins(totals.net)).toBe(taken - givenBack);
      const places = [totals.delivered, totals.waiting, totals.toRefund, totals.refunded];
      expect(places.reduce((all, amount) => all + inCoins(amount), 0)).toBe(taken);
      for (const part of [
        report.byProduct,
        report.byStaff,
        report.byState,
        report.byHour,
        report.byPayment,
      ]) {
        expect(total(part)).toBe(taken);
      }
      for (const part of [report.byStaff, report.byHour, report.byPayment]) {
        expect(part.reduce((all, entry) => all + entry.sales, 0)).toBe(sales.length);
      }
    }),
    { numRuns: 150 },
  );
});
