import { expect, test } from 'vitest';
import { isSameAccount } from '../../electron/setup/setup.ts';

const of = (partnerId: string | undefined) => ({ partnerId: () => partnerId });

test.each([
  ['the same one', '123', '123', true],
  ['another one', '123', '456', false],
  ['one that the partner does not name now', '123', '', false],
  ['one whose owner was never named', '', '', false],
  ['one of which nothing was ever said', undefined, '', false],
])('a token of %s is the same account only where that is proven', (_what, known, said, isSame) => {
  expect(isSameAccount(of(known), { partnerId: said })).toBe(isSame);
});
