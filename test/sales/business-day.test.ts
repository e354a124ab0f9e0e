import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsOfDay,
  businessDayOf,
  type DayRule,
  hourOf,
  localTime,
} from '../../electron/sales/business-day.ts';

const HOUR = 3_600_000;
const at = (iso: string): number => Date.parse(iso);
const length = (day: string, shop: DayRule): number => {
  const { from, to } = boundsOfDay(day, shop);
  return (to - from) / HOUR;
};

const almaty: DayRule = { timeZone: 'Asia/Almaty', dayStartsAt: '04:00' };
const berlin = (dayStartsAt: string): DayRule => ({ timeZone: 'Europe/Berlin', dayStartsAt });

describe('the business day', () => {
  test('a sale before the day starts belongs to the day before', () => {
    expect(businessDayOf(at('2026-03-28T22:59:59.999Z'), almaty)).toBe('2026-03-28');
    expect(businessDayOf(at('2026-03-28T23:00:00Z'), almaty)).toBe('2026-03-29');
  });

  test('lasts 23 hours when the clocks go forward and 25 when they go back', () => {
    expect(length('2026-03-28', berlin('04:00'))).toBe(23);
    expect(length('2026-03-29', berlin('04:00'))).toBe(24);
    expect(length('2026-10-24', berlin('04:00'))).toBe(25);
    expect(length('2026-10-25', berlin('00:00'))).toBe(25);
  });

  test('whose start is in the skipped hour begins at the jump', () => {
    expect(boundsOfDay('2026-03-29', berlin('02:30')).from).toBe(at('2026-03-29T01:00:00Z'));
    expect(businessDayOf(at('2026-03-29T00:59:59Z'), berlin('02:30'))).toBe('2026-03-28');
    expect(businessDayOf(at('2026-03-29T01:00:00Z'), berlin('02:30'))).toBe('2026-03-29');
  });

  test('whose start comes twice begins at the first, and stays begun when the clock goes back', () => {
    const shop = berlin('02:30');
    expect(boundsOfDay('2026-10-25', shop).from).toBe(at('2026-10-25T00:30:00Z'));
    expect(localTime(at('2026-10-25T01:10:00Z'), shop)).toBe('2026-10-25 02:10');
    expect(businessDayOf(at('2026-10-25T01:10:00Z'), shop)).toBe('2026-10-25');
  });

  test('stays begun where the clock goes back over midnight', () => {
    const shop: DayRule = { timeZone: 'America/St_Johns', dayStartsAt: '00:00' };
    const twice = at('2010-11-07T03:00:00Z');
    expect(localTime(twice, shop)).toBe('2010-11-06 23:30');
    expect(businessDayOf(twice, shop)).toBe('2010-11-07');
  });

  test('that a country left out holds no moment', () => {
    const shop: DayRule = { timeZone: 'Pacific/Apia', dayStartsAt: '00:00' };
    expect(length('2011-12-30', shop)).toBe(0);
    expect(businessDayOf(at('2011-12-30T09:59:59Z'), shop)).toBe('2011-12-29');
    expect(businessDayOf(at('2011-12-30T10:00:00Z'), shop)).toBe('2011-12-31');
  });

  test('is found alike whatever was asked before', () => {
    const moments = ['2026-03-29T10:00:00Z', '2025-01-01T00:00:00Z', '2026-03-29T23:30:00Z'].map(at);
    const forward = moments.map(moment => businessDayOf(moment, almaty));
    const backward = moments.toReversed().map(moment => businessDayOf(moment, almaty));
    expect(backward.toReversed()).toEqual(forward);
  });
});

const ZONES = [
  'UTC',
  'Asia/Almaty',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Europe/Moscow',
  'Europe/Berlin',
  'Europe/Dublin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Santiago',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kwajalein',
  'Antarctica/Troll',
];

const anyShop = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  dayStartsAt: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 45, 59))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
});
const anyDay = fc
  .integer({ min: at('1975-01-01T00:00:00Z'), max: at('2037-12-31T00:00:00Z') })
  .map(ms => new Date(ms).toISOString().slice(0, 10));

const nextDay = (day: string): string =>
  new Date(at(`${day}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);

describe('business days in every zone', () => {
  test('tile time without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyShop, anyDay, (shop, day) => {
        const today = boundsOfDay(day, shop);
        expect(boundsOfDay(nextDay(day), shop).from).toBe(today.to);
        expect(today.to - today.from).toBeGreaterThanOrEqual(0);
        expect(today.to - today.from).toBeLessThanOrEqual(50 * HOUR);
      }),
      { numRuns: 400 },
    );
  });

  test('hold exactly the moments between their bounds', () => {
    fc.assert(
      fc.property(anyShop, anyDay, fc.double({ min: 0, max: 0.999, noNaN: true }), (shop, day, part) => {
        const { from, to } = boundsOfDay(day, shop);
        fc.pre(to > from);
        for (const moment of [from, Math.floor(from + part * (to - from)), to - 1]) {
          expect(businessDayOf(moment, shop)).toBe(day);
        }
        expect(businessDayOf(from - 1, shop) < day).toBe(true);
        expect(businessDayOf(to, shop) > day).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('are made of hours that hold their moments and begin when the clock says so', () => {
    fc.assert(
      fc.property(
        anyShop,
        fc.integer({ min: at('1975-01-01T00:00:00Z'), max: at('2037-12-31T00:00:00Z') }),
        (shop, moment) => {
          const { hour, from } = hourOf(moment, shop);
          expect(from).toBeLessThanOrEqual(moment);
          expect(moment - from).toBeLessThan(HOUR);
          expect(localTime(moment, shop).slice(11, 13)).toBe(hour.slice(0, 2));
          expect(hourOf(from, shop)).toEqual({ hour, from });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the hours of a report', () => {
  test('the two hours of an autumn night are told apart', () => {
    const shop = berlin('00:00');
    const first = hourOf(at('2026-10-25T00:30:00Z'), shop);
    const second = hourOf(at('2026-10-25T01:30:00Z'), shop);
    expect([first.hour, second.hour]).toEqual(['02:00', '02:00']);
    expect(second.from - first.from).toBe(HOUR);
  });

  test('a change of half an hour cuts the hour where it happens', () => {
    const shop: DayRule = { timeZone: 'Australia/Lord_Howe', dayStartsAt: '00:00' };
    // 2026-04-05 02:00 becomes 01:30.
    const change = at('2026-04-04T15:00:00Z');
    expect(hourOf(change + 10 * 60_000, shop)).toEqual({ hour: '01:00', from: change });
  });
});
