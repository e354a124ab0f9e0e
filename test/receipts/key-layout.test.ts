import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutKey } from '../../electron/receipts/key-layout.ts';
import { wrapKey, wrapWords } from '../../electron/receipts/wrap.ts';

describe('a key on paper', () => {
  test('breaks after its own hyphens', () => {
    expect(wrapKey('ABCDE-FGHIJ-KLMNO', 16)).toEqual(['ABCDE-FGHIJ-', 'KLMNO']);
  });

  test('without hyphens it breaks into equal parts', () => {
    expect(wrapKey('ABCDEFGHIJKLMNOPQRSTUVWXY', 16)).toEqual(['ABCDEFGHIJKLM', 'NOPQRSTUVWXY']);
  });

  test('loses no character, wherever it breaks', () => {
    const key = fc.string({ unit: fc.constantFrom('A', '9', '-', ' ', 'Ж'), maxLength: 120 });
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 48 }), (text, width) => {
        const lines = wrapKey(text, width);
        expect(lines.join('')).toBe(text);
        expect(lines.every(line => line.length > 0 && line.length <= width)).toBe(true);
      }),
    );
  });

  test('is as large as its length allows', () => {
    expect(layOutKey('ABCDE-FGHIJ-KLMNO', 32).size).toEqual({ width: 2, height: 2 });
    expect(layOutKey('X'.repeat(100), 32).size).toEqual({ width: 1, height: 2 });
    expect(layOutKey('X'.repeat(400), 32).size).toEqual({ width: 1, height: 1 });
  });

  test('keeps its own lines apart, and the code keeps them exactly', () => {
    const key = 'Serial: 1234\r\nPIN: 99\n';
    expect(layOutKey(key, 48)).toMatchObject({
      lines: [['Serial: 1234'], ['PIN: 99']],
      escaped: false,
      code: key,
    });
  });

  test('with a control character it shows every one, says so and has no code a printer could obey', () => {
    const layout = layOutKey('A\x1b@\\B\x7f', 48);
    expect(layout).toMatchObject({ lines: [['A\\x1B@\\\\B\\x7F']], escaped: true, code: undefined });
  });

  test('with letters the printer lacks it shows their numbers, and the code has them exactly', () => {
    const layout = layOutKey('€-\u{1F600}-é', 48);
    expect(layout).toMatchObject({
      lines: [['\\u{20AC}-\\u{1F600}-\\xE9']],
      escaped: true,
      code: '€-\u{1F600}-é',
    });
  });

  test('a tab is shown and in the code', () => {
    expect(layOutKey('A\tB', 48)).toMatchObject({ lines: [['A\\x09B']], escaped: true, code: 'A\tB' });
  });

  test('too long for any code it is still printed whole', () => {
    const key = 'K'.repeat(2400);
    const layout = layOutKey(key, 32);
    expect(layout.code).toBeUndefined();
    expect(layout.lines.flat().join('')).toBe(key);
  });

  test('a link is known as one, and a word about a link is not', () => {
    expect(layOutKey('https://cdn.example.com/a.png?x=1', 32).link).toBe(true);
    expect(layOutKey('see https://cdn.example.com/a.png', 32).link).toBe(false);
  });
});

describe('words on paper', () => {
  test('wrap at spaces, and a word longer than the paper is cut, not lost', () => {
    expect(wrapWords('a bb ccc dddddddd', 4)).toEqual(['a bb', 'ccc', 'dddd', 'dddd']);
    expect(wrapWords('', 4)).toEqual(['']);
  });
});
