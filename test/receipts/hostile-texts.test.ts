import { describe, expect, test } from 'vitest';
import { cleanText } from '../../electron/partner/clean-text.ts';
import { drawReceipt } from '../../electron/receipts/draw.ts';
import { toEscPos } from '../../electron/receipts/on-paper.ts';
import { buildReceipt } from '../../electron/receipts/receipt.ts';
import { type PrintedReceipt, readReceipt } from '../support/escpos-reader.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { line, order, SHOP, sale } from './sample.ts';

const ID = '0190f3a4-5b6c-7d8e-9f01-23456789ab01';
const ESCAPED = 'This key has characters that cannot be printed.';
const WITHOUT_CODE = 'There is no QR code for this key.';

function printed(key: string, paper: 58 | 80, names: { productName?: string; offerName?: string } = {}) {
  const receipt = buildReceipt({
    sale: sale([line(names)]),
    orders: [order(ID, 1, names)],
    settings: SHOP,
    keys: new Map([[ID, key]]),
  });
  return readReceipt(toEscPos(on => drawReceipt(on, receipt), paper));
}

/** What a customer reads between the name of the offer and the notes under the key. */
function readableKey({ rows }: PrintedReceipt): string[] {
  const texts = rows.flatMap(row => (row.kind === 'text' ? [row] : []));
  const from = texts.findIndex(({ text }) => text.includes('YOUR KEY')) + 4;
  const own = texts.slice(from).findIndex(({ pieces }) => pieces.some(({ small }) => small));
  return texts.slice(from, from + own).map(({ text }) => text);
}

/** Reads \x1B, \u{202E} and \\ as the note on the receipt says. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:x([0-9A-F]{2})|u\{([0-9A-F]+)\}|\\)/g, (_, short?: string, long?: string) =>
    short || long ? String.fromCodePoint(Number.parseInt(short ?? long ?? '', 16)) : '\\',
  );

/** Without what only sets apart: how the key is broken into lines, and the spaces that a line is centred with. */
const signs = (text: string): string => text.replace(/[ \r\n]/g, '');

describe.each([58, 80] as const)('on paper of %i mm', paper => {
  describe.each(HOSTILE_TEXTS)('a key that %s', (_does, key) => {
    test('is there to the last character, and what follows it is there too', () => {
      const receipt = printed(key, paper);
      const text = receipt.lines.join(' ');
      const isLink = /^https:/.test(key);
      const isEscaped = text.includes(ESCAPED.split(' ').slice(0, 4).join(' '));
      const read = signs(readableKey(receipt).join(''));
      if (!isLink) expect(isEscaped ? unescaped(read) : read).toBe(signs(key));
      expect(receipt.qr).toEqual(text.includes(WITHOUT_CODE) ? [] : [key]);
      expect(text).toContain(`Order ${ID.slice(0, 8)}`);
      expect(text).toContain('Keys cannot be returned once shown.');
      expect(receipt.cut).toBe(true);
    });
  });

  test.each(HOSTILE_TEXTS)('the name of an offer that %s is text, and swallows nothing', (_does, hostile) => {
    for (const name of [hostile, cleanText(hostile, 200)].filter(Boolean)) {
      const receipt = printed('ABCDE-FGHIJ', paper, { productName: name, offerName: `${name}!` });
      expect(receipt.qr).toEqual(['ABCDE-FGHIJ']);
      expect(receipt.lines).toContain('ABCDE-FGHIJ');
      expect(receipt.lines.filter(text => /^TOTAL /.test(text))).toHaveLength(1);
    }
  });
});
