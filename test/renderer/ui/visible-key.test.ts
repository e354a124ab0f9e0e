import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleKey } from '../../../renderer/ui/visible-key.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';

const unescaped = (text: string): string =>
  text.replace(/\\(?:x([0-9A-F]{2})|u\{([0-9A-F]+)\}|\\)/g, (_, short?: string, long?: string) =>
    short || long ? String.fromCodePoint(Number.parseInt(short ?? long ?? '', 16)) : '\\',
  );

test.each([
  ['ABCD-EFGH', 'ABCD-EFGH', false],
  ['Serial: 1\r\nPIN: 2', 'Serial: 1\nPIN: 2', false],
  ['a\\b', 'a\\b', false],
  ['a\\\u001b@', 'a\\\\\\x1B@', true],
  ['A\u202eB\u200bC', 'A\\u{202E}B\\u{200B}C', true],
  ['A\u00a0B\tC', 'A\\xA0B\\x09C', true],
  ['\ud800', '\\u{D800}', true],
  ['Ж漢é🂡', 'Ж漢é🂡', false],
])('the key %j is read as %j', (key, text, isEscaped) => {
  expect(visibleKey(key)).toEqual({ text, isEscaped });
});

test('whatever the key, nothing in what is shown is out of sight, and nothing of the key is lost', () => {
  const key = fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS.map(([, text]) => text)),
    fc.string({ unit: 'binary' }),
    fc.string(),
  );
  fc.assert(
    fc.property(key, given => {
      const { text, isEscaped } = visibleKey(given);
      expect(text).not.toMatch(/[^\P{C}\n]/u);
      expect(isEscaped ? unescaped(text) : text).toBe(given.replace(/\r\n?/g, '\n'));
    }),
    { numRuns: 500 },
  );
});
