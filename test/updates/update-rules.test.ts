import { expect, test } from 'vitest';
import { hasFailed, isAgreed, mayFetch, obstacleTo } from '../../electron/updates/update-rules.ts';

const NOTHING = { hasBeenUsed: false, waiting: 0, held: 0, prints: 0 };

test('an update may be installed while nobody has signed in, no order is open and no paper waits', () => {
  expect(obstacleTo(NOTHING)).toBeUndefined();
  expect(obstacleTo({ ...NOTHING, hasBeenUsed: true })).toBe('start');
  expect(obstacleTo({ ...NOTHING, waiting: 1 })).toBe('orders');
  expect(obstacleTo({ ...NOTHING, held: 1 })).toBe('orders');
  expect(obstacleTo({ ...NOTHING, prints: 1 })).toBe('prints');
});

test('nothing is asked of the update server while an order is under way', () => {
  expect(mayFetch({ ...NOTHING, waiting: 1 })).toBe(false);
  expect(mayFetch({ ...NOTHING, hasBeenUsed: true, held: 2, prints: 3 })).toBe(true);
});

test('a word is good for one version and one try', () => {
  const word = { version: '0.2.0', staffId: 's', staffName: 'Mira', at: 1 };
  expect([isAgreed(word, '0.2.0'), isAgreed(word, '0.3.0'), isAgreed(undefined, '0.2.0')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isAgreed({ ...word, triedAt: 2 }, '0.2.0')).toBe(false);
  expect([hasFailed(word, '0.2.0'), hasFailed({ ...word, triedAt: 2 }, '0.2.0')]).toEqual([false, true]);
});
