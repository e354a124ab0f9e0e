import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrintable, printable } from '../../electron/receipts/printable.ts';

describe('text on its way to the printer', () => {
  test.each([
    ['Магазин «Ключ» № 1 — всё', 'Магазин "Ключ" № 1 - всё'],
    ['Қазақстан дүкені, ₸100', 'Казакстан дукенi, тг100'],
    ['Ünïcødé café ½', 'Unicode cafe ?'],
    ['tabs\tand\nlines  too', 'tabs and lines too'],
    ['e\u0301', 'e'],
    ['★ 龍 ★', '? ? ?'],
  ])('%j is printed as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('a picture that an old code page keeps in the place of a command is not printed', () => {
    expect(printable('←@ ↔V☺ ▲▼')).toBe('?@ ?V? ??');
  });

  test('marks that turn the direction of text or hide in it are dropped', () => {
    expect(printable('a\u202Eb\u200Bc\u0000d\u001B@')).toBe('abcd@');
  });

  test('whatever the text, only printable characters come out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => isPrintable(printable(text))),
      { numRuns: 500 },
    );
  });
});
