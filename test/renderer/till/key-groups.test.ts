import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLink, keyPieces } from '../../../renderer/till/delivery/key-groups.ts';

const texts = (key: string) => keyPieces(key).map(piece => piece.text);

describe('a key in pieces', () => {
  test('keeps the groups it came with', () => {
    expect(texts('AB3D-5FGH-9JKL')).toEqual(['AB3D-', '5FGH-', '9JKL']);
  });

  test('is set in fives or fours where it has none', () => {
    expect(texts('ABCDE12345FGHIJ')).toEqual(['ABCDE', '12345', 'FGHIJ']);
    expect(texts('1234567890123456')).toEqual(['1234', '5678', '9012', '3456']);
  });

  test('is left alone where it is short, or made of words', () => {
    expect(texts('1234')).toEqual(['1234']);
    expect(texts('login: aida\npassword: qwerty')).toEqual(['login: aida', '\n', 'password: qwerty']);
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
