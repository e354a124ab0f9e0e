import { afterEach, describe, expect, it } from 'vitest';
import type { Sale } from '../../shared/contract/sales.ts';
import { fastClock } from '../support/fast-clock.ts';
import { openTestTill, type TestTill } from '../support/test-till.ts';

const DAY_STARTS_AT = 4;

/** Nights in which the clocks of these places change, or do not. */
const NIGHTS = [
  { timeZone: 'Asia/Almaty', night: '2026-03-29T00:00:00Z' },
  { timeZone: 'Europe/Berlin', night: '2026-03-29T00:00:00Z' },
  { timeZone: 'America/New_York', night: '2026-11-01T05:00:00Z' },
];

type Sold = Sale & { orderId: string };

let till: TestTill;
afterEach(() => till?.stop());

describe('the manager’s day', () => {
  it.each(NIGHTS)(
    'adds up to what the partner’s ledger and the sales say, in $timeZone around $night',
    async ({ timeZone, night }) => {
      const clock = fastClock(50);
      till = await openTestTill({ clock, timeZone, settings: { autoLockMinutes: 60 } });
      const sold: Sold[] = [];
      for (const hours of [-14, -5, 0.5, 1.5, 2.5, 5, 9.5, 20]) {
        clock.set(Date.parse(night) + hours * 3_600_000);
        if (hours === 1.5) till.sandbox.plans.next({ plan: { outcome: 'CANCELED' } });
        const { sale, orders } = await till.sell(1001);
        const order = await till.until(orders[0]?.id ?? '', ({ next }) => next !== 'automatic');
        if (order.next === 'refund_customer') await till.call('sales.refund', { orderId: order.id });
        sold.push({ ...sale, orderId: order.id });
      }
      const days = [...new Set(sold.map(sale => localBusinessDay(sale.createdAt, timeZone)))];
      expect(days.length).toBeGreaterThan(1);
      for (const day of days) {
        const report = await till.call('reports.day', { day });
        const ofDay = sold.filter(sale => localBusinessDay(sale.createdAt, timeZone) === day);
        expect({ day, ...report.totals }).toMatchObject({ day, ...independentTotals(ofDay, till) });
        const hourly = report.byHour.reduce((sum, hour) => sum + cents(hour.gross), 0);
        expect(hourly).toBe(cents(report.totals.gross));
      }
    },
  );
});

/** Without the till's own calendar: what the wall clock there showed, and the day before when it was early. */
function localBusinessDay(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const read = (type: string): string => parts.find(part => part.type === type)?.value ?? '';
  const date = new Date(`${read('year')}-${read('month')}-${read('day')}T00:00:00Z`);
  if (Number(read('hour')) < DAY_STARTS_AT) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** In whole hundredths, with plain numbers: another way than the till's. */
function independentTotals(sales: Sold[], { sandbox }: TestTill) {
  let gross = 0;
  let delivered = 0;
  for (const sale of sales) {
    gross += cents(sale.total);
    const booked = sandbox.ledger.orders().filter(order => order.status === 'COMPLETED');
    const ids = new Set(booked.map(order => order.transactionId));
    delivered += ids.has(sale.orderId) ? cents(sale.total) : 0;
  }
  const refunds = gross - delivered;
  const text = (value: number): string => (value / 100).toFixed(2);
  return {
    sales: sales.length,
    orders: sales.length,
    gross: text(gross),
    refunds: text(refunds),
    net: text(delivered),
    delivered: text(delivered),
    waiting: '0.00',
    toRefund: '0.00',
    refunded: text(refunds),
  };
}

const cents = (amount: string): number => Math.round(Number(amount) * 100);
