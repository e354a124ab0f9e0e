import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForIdleness } from '../../../renderer/shell/auto-lock.ts';

const MINUTE = 60_000;
let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a till that nobody has touched for its minutes locks itself', () => {
  const lock = vi.fn();
  watchForIdleness(page, 5, lock);
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(lock).toHaveBeenCalledOnce();
});

test.each(['pointerdown', 'keydown', 'wheel', 'touchstart'])('%s starts the minutes again', kind => {
  const lock = vi.fn();
  watchForIdleness(page, 5, lock);
  vi.advanceTimersByTime(4 * MINUTE);
  page.dispatchEvent(new Event(kind));
  vi.advanceTimersByTime(4 * MINUTE);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE);
  expect(lock).toHaveBeenCalledOnce();
});

test('a till that was locked by hand is not locked again', () => {
  const lock = vi.fn();
  const stop = watchForIdleness(page, 5, lock);
  stop();
  page.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(60 * MINUTE);
  expect(lock).not.toHaveBeenCalled();
});
