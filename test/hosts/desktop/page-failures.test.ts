import { expect, test } from 'vitest';
import { afterFailure } from '../../../electron/hosts/desktop/page-failures.ts';

test('a first failure is mended at once', () => {
  expect(afterFailure([5_000])).toEqual({ page: 'till', afterMs: 0 });
});

test('a page that keeps failing is loaded ever more slowly, and then one that says so, every half a minute at most', () => {
  const failures = Array.from({ length: 9 }, (_, index) => index * 1000);
  expect(failures.map((_, index) => afterFailure(failures.slice(0, index + 1)))).toEqual([
    { page: 'till', afterMs: 0 },
    { page: 'till', afterMs: 250 },
    { page: 'till', afterMs: 500 },
    { page: 'till', afterMs: 1_000 },
    { page: 'till', afterMs: 2_000 },
    { page: 'stopped', afterMs: 0 },
    { page: 'stopped', afterMs: 30_000 },
    { page: 'stopped', afterMs: 30_000 },
    { page: 'stopped', afterMs: 30_000 },
  ]);
});

test('a till that a person tried again fails once more before the page that says so is back', () => {
  const failures = [0, 1_000, 2_000, 3_000, 4_000, 5_000, 20_000];
  expect(afterFailure(failures)).toMatchObject({ page: 'stopped' });
});

test('an hour without a failure makes the next one the first again', () => {
  expect(afterFailure([0, 100, 200, 300, 400, 500, 3_600_000])).toEqual({ page: 'till', afterMs: 0 });
});
