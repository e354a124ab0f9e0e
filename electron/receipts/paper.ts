import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { isPrintable, printable } from './printable.ts';
import { qrDotSize } from './qr-size.ts';
import { wrapWords } from './wrap.ts';

export type PaperWidth = 58 | 80;

export interface TextStyle {
  width?: number;
  height?: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
}

const DOTS_PER_COLUMN = 12;
const FEED_TO_CUTTER = 5;

/**
 * A strip of paper to write on. Everything that comes in is text and stays text: it is made printable here,
 * whatever its source, and only this file knows printer commands.
 */
export interface Paper {
  readonly columns: number;
  /** Wrapped at words; an empty text is an empty line. */
  text(text: string, style?: TextStyle): void;
  /** Left and right on one line, or on two where they do not fit. */
  pair(left: string, right: string, style?: Omit<TextStyle, 'align'>): void;
  /** In the small font, for what is rarely read. */
  small(text: string, align?: TextStyle['align']): void;
  /** As it is, without wrapping: it must be printable and fit. */
  exact(line: string, style: TextStyle): void;
  /** White on black, over the whole width. */
  banner(text: string): void;
  rule(style?: 'single' | 'double'): void;
  qr(content: string): void;
  /** Code 128; content that it cannot carry is left out, it is always printed as text too. */
  barcode(content: string): void;
  /** Feeds, cuts and gives the bytes for the printer. */
  cut(): Uint8Array;
}

export function createPaper(width: PaperWidth): Paper {
  const columns = width === 80 ? 48 : 32;
  const smallColumns = Math.floor((columns * 4) / 3);
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

  function write(lines: readonly string[], style: TextStyle): void {
    encoder
      .align(style.align ?? 'left')
      .bold(style.bold ?? false)
      .width(style.width ?? 1)
      .height(style.height ?? 1);
    for (const line of lines) {
      if (line === '') encoder.newline();
      else encoder.line(line);
    }
    encoder.width(1).height(1).bold(false).align('left');
  }

  const fitting = (style: TextStyle): number => Math.floor(columns / (style.width ?? 1));

  return {
    columns,
    text(text, style = {}) {
      write(wrapWords(printable(text), fitting(style)), style);
    },
    pair(left, right, style = {}) {
      const [start, end] = [printable(left), printable(right)];
      const room = fitting(style) - start.length - end.length;
      if (room > 0) write([start + ' '.repeat(room) + end], style);
      else {
        write(wrapWords(start, fitting(style)), style);
        write(wrapWords(end, fitting(style)), { ...style, align: 'right' });
      }
    },
    small(text, align = 'left') {
      encoder.font('B');
      write(wrapWords(printable(text), smallColumns), { align });
      encoder.font('A');
    },
    exact(line, style) {
      if (!isPrintable(line) || line.length > fitting(style))
        throw new Error('a line that cannot be printed as it is');
      write([line], style);
    },
    banner(text) {
      const room = fitting({ width: 2 });
      encoder.invert(true);
      for (const line of wrapWords(printable(text), room)) {
        const left = (room - line.length) >> 1;
        write([' '.repeat(left) + line + ' '.repeat(room - left - line.length)], {
          width: 2,
          height: 2,
          bold: true,
        });
      }
      encoder.invert(false);
    },
    rule(style = 'single') {
      write([(style === 'double' ? '═' : '─').repeat(columns)], {});
    },
    qr(content) {
      // The encoder writes one byte per character: the UTF-8 bytes, each as one, come through it unchanged.
      const bytes = Buffer.from(content, 'utf8').toString('latin1');
      encoder.align('center').qrcode(bytes, { model: 2, size: qrDotSize(content, dots), errorlevel: 'm' });
      encoder.align('left');
    },
    barcode(content) {
      if (!/^[\x20-\x7a]{1,24}$/.test(content)) return;
      const modules = 11 * (content.length + 3) + 2 + 20;
      const size = [3, 2, 1].find(candidate => modules * (candidate + 1) <= dots);
      if (size === undefined) return;
      encoder.align('center').barcode(content, 'code128', { height: 80, width: size, text: 'none' });
      encoder.align('left');
    },
    cut() {
      return encoder.cut('partial').encode();
    },
  };
}
