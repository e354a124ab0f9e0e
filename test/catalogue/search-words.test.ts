import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexedWords, matchOf, sortKeyOf } from '../../electron/catalogue/search-words.ts';
import { wordsOf } from '../../shared/words.ts';

describe('words', () => {
  test.each([
    ['Pokémon GO', 'pokemon go'],
    ['Ёлка и йод', 'елка и иод'],
    ['İSTANBUL', 'istanbul'],
    ['ﬁfa — 23', 'fifa 23'],
    ['telegram_stars_100', 'telegram stars 100'],
    ['  "OR" (a*) ', 'or a'],
    ['🎮\u0000\uD800', ''],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });

  test('a number is also found written together with what it counts, and apart', () => {
    expect(indexedWords(['60 UC'], 1, false).split(' ')).toEqual(
      expect.arrayContaining(['60', 'uc', '60uc']),
    );
    expect(indexedWords(['60UC'], 1, false).split(' ')).toEqual(expect.arrayContaining(['60', 'uc', '60uc']));
  });

  test('a text without words asks for nothing', () => {
    expect(matchOf('"* -+ 🎮', true)).toBeUndefined();
  });

  test('whatever is typed, only quoted words reach the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), typed => {
        const match = matchOf(typed, false);
        if (match === undefined) return;
        expect(match.replaceAll(/"[\p{L}\p{N}]+"\*/gu, 'w')).toMatch(/^w( AND w)*$|^\(w\) OR "№\d+"$/);
      }),
      { numRuns: 300 },
    );
  });
});

test('offers are put in the order a person counts in', () => {
  const keys = [
    sortKeyOf('Steam US', '5 USD', 3),
    sortKeyOf('Steam', '660 UC', 1),
    sortKeyOf('Steam', '60 UC', 2),
    sortKeyOf('Steam', '60 UC', 10),
  ];
  expect(keys.toSorted()).toEqual([keys[2], keys[3], keys[1], keys[0]]);
});
