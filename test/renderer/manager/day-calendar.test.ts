import { expect, test } from 'vitest';
import { dayAfter } from '../../../renderer/manager/day/calendar.ts';
import { withQuietHours } from '../../../renderer/manager/day/hours.ts';

test.each([
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2025-12-31', 1, '2026-01-01'],
])('%s and %i day is %s', (day, days, expected) => {
  expect(dayAfter(day, days)).toBe(expected);
});

test('an hour without a sale is in the picture, with nothing', () => {
  const hour = (from: string, gross: string) => ({ hour: '', from, gross, sales: 1, orders: 1 });
  const drawn = withQuietHours([
    hour('2026-03-29T04:00:00.000Z', '100'),
    hour('2026-03-29T06:00:00.000Z', '300'),
  ]);
  expect(drawn).toEqual([
    { from: '2026-03-29T04:00:00.000Z', gross: '100' },
    { from: '2026-03-29T05:00:00.000Z', gross: '0' },
    { from: '2026-03-29T06:00:00.000Z', gross: '300' },
  ]);
});
