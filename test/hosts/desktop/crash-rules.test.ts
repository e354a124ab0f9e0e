import { expect, test } from 'vitest';
import { openingAfter } from '../../../electron/hosts/desktop/crashes/crash-rules.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const ago = (...minutes: number[]) => minutes.map(each => NOW - each * MINUTE);

test('a till that ended with an error is opened at once, and then after ever longer rests', () => {
  const rests = [[], [0], [1, 0], [2, 1, 0], [3, 2, 1, 0], [4, 3, 2, 1, 0]].map(minutes =>
    openingAfter(ago(...minutes), NOW),
  );
  expect(rests).toEqual([0, 0, 1000, 2000, 4000, 8000].map(afterMs => ({ by: 'itself', afterMs })));
});

test('after six within ten minutes it is opened only when a person asks for it', () => {
  expect(openingAfter(ago(9, 8, 3, 2, 1, 0), NOW)).toEqual({ by: 'person' });
  expect(openingAfter(ago(11, 8, 3, 2, 1, 0), NOW)).toMatchObject({ by: 'itself' });
});

test('a clock that was set back a little does not make it forget, and one that was set right does', () => {
  expect(openingAfter(ago(-1, -1, -2, -2, -3, -3), NOW)).toEqual({ by: 'person' });
  expect(openingAfter(ago(-60, -60, -60, -60, -60, -60), NOW)).toEqual({ by: 'itself', afterMs: 0 });
});
