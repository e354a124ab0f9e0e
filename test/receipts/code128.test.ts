import { expect, test } from 'vitest';
import { code128 } from '../../electron/receipts/code128.ts';

/** Every printable character once, and so every pattern but those of the other code sets. */
const EVERY = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place));

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

test('every character is eleven modules in six bars and spaces, and none is like another', () => {
  const [start, check, stop] = [11, 11, 13];
  const patterns = EVERY.map(character => code128(character).slice(6, 12));
  for (const pattern of patterns) expect(sum(pattern)).toBe(11);
  expect(new Set(patterns.map(pattern => pattern.join(''))).size).toBe(95);
  expect(sum(code128('A'))).toBe(start + 11 + check + stop);
});

test('a bar is always an odd and a space an even number of modules less: bars together are even', () => {
  for (const character of EVERY) {
    const bars = code128(character)
      .slice(6, 12)
      .filter((_, place) => place % 2 === 0);
    expect(sum(bars) % 2).toBe(0);
  }
});

test('"Wikipedia" has the check character that the standard’s rule gives: 88', () => {
  const widths = code128('Wikipedia');
  // Value 88 is what code set B writes as "x".
  expect(widths.slice(-13, -7)).toEqual(code128('x').slice(6, 12));
  expect(widths.slice(-7).join('')).toBe('2331112');
});
