import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLink, keyPieces } from '../../../renderer/ui/key-pieces.ts';

const texts = (key: string) => keyPieces(key).map(piece => piece.text);
const kinds = (key: string) => keyPieces(key).map(piece => piece.kind);

describe('a key in pieces', () => {
  test('is left as it came where it has hyphens or spaces of its own', () => {
    expect(texts('AB3D-5FGH-9JKL')).toEqual(['AB3D-5FGH-9JKL']);
    expect(texts('AB3D 5FGH')).toEqual(['AB3D', ' ', '5FGH']);
    expect(kinds('AB3D 5FGH')).toEqual(['plain', 'space', 'plain']);
    expect(kinds(' A  ')).toEqual(['space', 'plain', 'space', 'space']);
  });

  test('is told in fives or fours where nothing divides it', () => {
    expect(texts('ABCDE12345FGHIJ')).toEqual(['ABCDE', '12345', 'FGHIJ']);
    expect(kinds('ABCDE12345FGHIJ')).toEqual(['odd', 'even', 'odd']);
    expect(texts('1234567890123456')).toEqual(['1234', '5678', '9012', '3456']);
  });

  test('is left alone where it is short, or made of words', () => {
    expect(texts('1234')).toEqual(['1234']);
    expect(kinds('login: aida\npassword: qwerty')).toEqual([
      'plain',
      'space',
      'plain',
      'line',
      'plain',
      'space',
      'plain',
    ]);
  });

  test('loses no character, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), key => {
        expect(texts(key).join('')).toBe(key);
      }),
    );
  });
});

test('only a whole link is a link', () => {
  expect(isLink('https://keys.example/card.png?id=1')).toBe(true);
  expect(isLink('see https://keys.example')).toBe(false);
  expect(isLink('ABCD-https')).toBe(false);
});
