import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { Pen } from './paper.ts';
import { qrDotSize } from './qr-size.ts';

const DOTS_PER_COLUMN = 12;
const FEED_TO_CUTTER = 5;

/** Writes for an ESC/POS printer. Only this file knows printer commands. */
export function createEscPosPen(columns: number): Pen<Uint8Array> {
  const dots = columns * DOTS_PER_COLUMN;
  const encoder = new ReceiptPrinterEncoder({
    columns,
    language: 'esc-pos',
    codepageMapping: { cp866: 17 },
    newline: '\n',
    feedBeforeCut: FEED_TO_CUTTER,
    errors: 'strict',
  });
  encoder.initialize().codepage('cp866');

  return {
    write(lines, { width = 1, height = 1, bold = false, align = 'left', small = false, inverted = false }) {
      if (small) encoder.font('B');
      if (inverted) encoder.invert(true);
      encoder.align(align).bold(bold).width(width).height(height);
      for (const line of lines) {
        if (line === '') encoder.newline();
        else encoder.line(line);
      }
      encoder.width(1).height(1).bold(false).align('left');
      if (inverted) encoder.invert(false);
      if (small) encoder.font('A');
    },
    rule(style) {
      encoder.align('left').line((style === 'double' ? '═' : '─').repeat(columns));
    },
    qr(content) {
      // The encoder writes one byte per character: the UTF-8 bytes, each as one, come through it unchanged.
      const bytes = Buffer.from(content, 'utf8').toString('latin1');
      encoder.align('center').qrcode(bytes, { model: 2, size: qrDotSize(content, dots), errorlevel: 'm' });
      encoder.align('left');
    },
    barcode(content) {
      const modules = 11 * (content.length + 3) + 2 + 20;
      const size = [3, 2, 1].find(candidate => modules * (candidate + 1) <= dots);
      if (size === undefined) return;
      encoder.align('center').barcode(content, 'code128', { height: 80, width: size, text: 'none' });
      encoder.align('left');
    },
    cut: () => encoder.cut('partial').encode(),
  };
}
