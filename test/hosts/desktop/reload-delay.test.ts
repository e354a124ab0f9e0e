import { expect, test } from 'vitest';
import { reloadDelay } from '../../../electron/hosts/desktop/reload-delay.ts';

test('a first crash is mended at once', () => {
  expect(reloadDelay([5_000])).toBe(0);
});

test('a page that keeps crashing is loaded ever more slowly, up to half a minute', () => {
  const crashes = Array.from({ length: 12 }, (_, index) => index * 1000);
  const delays = crashes.map((_, index) => reloadDelay(crashes.slice(0, index + 1)));
  expect(delays.slice(0, 4)).toEqual([0, 250, 500, 1000]);
  expect(delays.at(-1)).toBe(30_000);
});

test('an hour without a crash makes the next one the first again', () => {
  expect(reloadDelay([0, 100, 200, 3_600_000])).toBe(0);
});
