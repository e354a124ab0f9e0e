import { afterEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { systemRandom } from '../../electron/adapters/system-random.ts';

afterEach(() => void vi.useRealTimers());

test('a cancelled task does not run', async () => {
  const ran: string[] = [];
  const cancel = systemClock.after(1, () => ran.push('cancelled'));
  cancel();
  await new Promise<void>(resolve => systemClock.after(5, resolve));
  expect(ran).toEqual([]);
});

test('what waits for no time runs before any timer, and can be cancelled', async () => {
  const ran: string[] = [];
  const timer = setTimeout(() => ran.push('timer'), 200);
  const cancel = systemClock.after(0, () => ran.push('cancelled'));
  cancel();
  await new Promise<void>(resolve => systemClock.after(0, resolve));
  clearTimeout(timer);
  expect(ran).toEqual([]);
});

test('a wait of forty days is not cut short, and can be cancelled halfway', () => {
  vi.useFakeTimers();
  const day = 86_400_000;
  const ran: string[] = [];
  systemClock.after(40 * day, () => ran.push('forty'));
  const cancel = systemClock.after(60 * day, () => ran.push('sixty'));
  vi.advanceTimersByTime(39 * day);
  expect(ran).toEqual([]);
  vi.advanceTimersByTime(day);
  expect(ran).toEqual(['forty']);
  cancel();
  vi.advanceTimersByTime(40 * day);
  expect(ran).toEqual(['forty']);
});

test('no random byte is given out twice, across the refills of what is read ahead', () => {
  const given = Array.from({ length: 1_000 }, () => Buffer.from(systemRandom.bytes(24)).toString('hex'));
  expect(new Set(given).size).toBe(given.length);
  expect(given.filter(hex => hex.includes('0000000000'))).toEqual([]);
  expect(systemRandom.bytes(5_000)).toHaveLength(5_000);
});

test('random bytes have their length and differ; a fraction is below one', () => {
  expect(systemRandom.bytes(32)).toHaveLength(32);
  expect(systemRandom.bytes(32)).not.toEqual(systemRandom.bytes(32));
  const fraction = systemRandom.fraction();
  expect(fraction >= 0 && fraction < 1).toBe(true);
});
