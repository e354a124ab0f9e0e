import { expect, test } from 'vitest';
import { retryAfterMs } from '../../electron/partner/retry-after.ts';

const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
const MINUTES = 60_000;

test.each([
  ['seconds', { 'retry-after': '120' }, 120_000],
  ['half a second', { 'retry-after': '0.5' }, 500],
  ['at once', { 'retry-after': '0' }, 0],
  ['a day, which is capped', { 'retry-after': '86400' }, 15 * MINUTES],
  ['digits without end, capped too', { 'retry-after': '9'.repeat(400) }, 15 * MINUTES],
  ['a date, against the answer’s own', { 'retry-after': 'Wed, 21 Oct 2026 07:29:30 GMT', date }, 90_000],
  ['a date that has passed', { 'retry-after': 'Wed, 21 Oct 2026 07:00:00 GMT', date }, 0],
  ['a date with nothing to compare it to', { 'retry-after': 'Wed, 21 Oct 2026 07:29:30 GMT' }, undefined],
  ['less than nothing', { 'retry-after': '-5', date }, undefined],
  ['words', { 'retry-after': 'soon', date }, undefined],
  ['nothing', {}, undefined],
])('%s', (_what, headers: Record<string, string>, ms) => {
  expect(retryAfterMs(headers)).toBe(ms);
});
