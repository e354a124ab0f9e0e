import { isPrintable, printable } from './printable.ts';
import { wrapWords } from './wrap.ts';

/** What a receipt is as wide as: a roll of 58 or 80 mm, or a sheet of A4, where it is a column as wide as on the wider roll. */
export type PaperWidth = 58 | 80 | 210;

export interface TextStyle {
  width?: number;
  height?: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
}

export interface LineStyle extends TextStyle {
  /** In the small font: four characters where three have room. */
  small?: boolean;
  /** White on black, over the whole width. */
  inverted?: boolean;
}

/** Puts lines that are printable and fit on one kind of paper. */
export interface Pen<T> {
  write(lines: readonly string[], style: LineStyle): void;
  rule(style: 'single' | 'double'): void;
  qr(content: string): void;
  barcode(content: string): void;
  /** Ends the paper: what goes to the printer. */
  cut(): T;
}

/**
 * A strip of paper to write on. Everything that comes in is text and stays text: it is made printable here, whatever its
 * source and whatever it is printed with.
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
}

/** Characters on a line. */
export const columnsOf = (width: PaperWidth): number => (width === 58 ? 32 : 48);

export function createPaper(columns: number, pen: Omit<Pen<unknown>, 'cut'>): Paper {
  const smallColumns = Math.floor((columns * 4) / 3);
  const fitting = (style: TextStyle): number => Math.floor(columns / (style.width ?? 1));

  return {
    columns,
    text(text, style = {}) {
      pen.write(wrapWords(printable(text), fitting(style)), style);
    },
    pair(left, right, style = {}) {
      const [start, end] = [printable(left), printable(right)];
      const room = fitting(style) - start.length - end.length;
      if (room > 0) pen.write([start + ' '.repeat(room) + end], style);
      else {
        pen.write(wrapWords(start, fitting(style)), style);
        pen.write(wrapWords(end, fitting(style)), { ...style, align: 'right' });
      }
    },
    small(text, align = 'left') {
      pen.write(wrapWords(printable(text), smallColumns), { small: true, align });
    },
    exact(line, style) {
      if (!isPrintable(line) || line.length > fitting(style))
        throw new Error('a line that cannot be printed as it is');
      pen.write([line], style);
    },
    banner(text) {
      const style = { width: 2, height: 2, bold: true, inverted: true };
      const room = fitting(style);
      const lines = wrapWords(printable(text), room).map(line => {
        const left = (room - line.length) >> 1;
        return ' '.repeat(left) + line + ' '.repeat(room - left - line.length);
      });
      pen.write(lines, style);
    },
    rule(style = 'single') {
      pen.rule(style);
    },
    qr: content => pen.qr(content),
    barcode(content) {
      if (/^[\x20-\x7a]{1,24}$/.test(content)) pen.barcode(content);
    },
  };
}
