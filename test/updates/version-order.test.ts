import { expect, test } from 'vitest';
import { isOlder } from '../../electron/updates/version-order.ts';

const IN_ORDER = [
  '0.9.0',
  '0.10.0',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
];

test('versions come in the order that Semantic Versioning gives them', () => {
  for (const [at, version] of IN_ORDER.entries())
    for (const [otherAt, other] of IN_ORDER.entries()) expect(isOlder(version, other)).toBe(at < otherAt);
});

test('how a version was built says nothing of its age', () => {
  expect([isOlder('1.0.0+2', '1.0.0+10'), isOlder('1.0.0+10', '1.0.0+2')]).toEqual([false, false]);
});
