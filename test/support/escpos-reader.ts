/** One printed line, as the paper shows it. */
export interface PrintedLine {
  kind: 'text';
  text: string;
  pieces: PrintedPiece[];
}

export interface PrintedPiece {
  text: string;
  width: number;
  height: number;
  bold: boolean;
  inverted: boolean;
  small: boolean;
}

export interface PrintedCode {
  kind: 'qr' | 'barcode';
  content: string;
  dots: number;
  align: 'left' | 'center' | 'right';
}

export interface PrintedReceipt {
  /** Every line, its padding removed. */
  lines: string[];
  /** What the QR codes hold, exactly. */
  qr: string[];
  barcodes: string[];
  cut: boolean;
  /** In the order of the paper. */
  rows: (PrintedLine | PrintedCode)[];
}

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

const ALIGNMENTS = ['left', 'center', 'right'] as const;

/** Reads ESC/POS as a printer does. Any byte that is neither text nor a command of a receipt is an error. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #codepage = 0;
  #style = { width: 1, height: 1, bold: false, inverted: false, small: false };
  #align: PrintedCode['align'] = 'left';
  #pieces: PrintedPiece[] = [];
  #qrDots = 3;
  #qrContent = '';
  #barcodeDots = 3;
  #receipts: PrintedReceipt[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): PrintedReceipt[] {
    while (this.#at < this.#bytes.length) {
      const byte = this.#next();
      if (byte === ESC) this.#esc();
      else if (byte === GS) this.#gs();
      else if (byte === FS) this.#expect([0x2e]);
      else if (byte === DLE) this.#expect([0x04, [1, 4]]);
      else if (byte === 0x0a) this.#feed();
      else if (byte >= 0x20 && byte !== 0x7f) this.#character(byte);
      else throw new Error(`control byte 0x${byte.toString(16)} at ${this.#at - 1}`);
    }
    if (this.#pieces.length > 0) this.#feed();
    return this.#receipts;
  }

  #next(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Error('the bytes end within a command');
    return byte;
  }

  #expect(pattern: (number | [number, number])[]): void {
    for (const wanted of pattern) {
      const byte = this.#next();
      const [least, most] = typeof wanted === 'number' ? [wanted, wanted] : wanted;
      if (byte < least || byte > most) throw new Error(`byte 0x${byte.toString(16)} at ${this.#at - 1}`);
    }
  }

  #paper(): PrintedReceipt {
    const last = this.#receipts.at(-1);
    if (!last) throw new Error('printing before ESC @');
    return last;
  }

  #esc(): void {
    const command = String.fromCharCode(this.#next());
    if (command === '@') {
      this.#style = { width: 1, height: 1, bold: false, inverted: false, small: false };
      this.#align = 'left';
      this.#codepage = 0;
      this.#receipts.push({ lines: [], qr: [], barcodes: [], cut: false, rows: [] });
      return;
    }
    const value = this.#next();
    if (command === 'M' && value <= 1) this.#style.small = value === 1;
    else if (command === 't') this.#codepage = value;
    else if (command === 'E' && value <= 1) this.#style.bold = value === 1;
    else if (command === 'a' && value <= 2) this.#align = ALIGNMENTS[value] ?? 'left';
    else throw new Error(`ESC ${command} ${value}`);
  }

  #gs(): void {
    const command = String.fromCharCode(this.#next());
    if (command === '(') {
      this.#code();
      return;
    }
    if (command === 'k') {
      this.#barcode();
      return;
    }
    const value = this.#next();
    if (command === '!') {
      this.#style.width = (value >> 4) + 1;
      this.#style.height = (value & 0x0f) + 1;
    } else if (command === 'B' && value <= 1) this.#style.inverted = value === 1;
    else if (command === 'V' && value <= 1) this.#paper().cut = true;
    else if (command === 'w') this.#barcodeDots = value;
    else if (command !== 'h' && command !== 'H' && command !== 'r') throw new Error(`GS ${command} ${value}`);
  }

  #code(): void {
    this.#expect([0x6b]);
    const length = this.#next() + this.#next() * 256;
    const content = this.#bytes.subarray(this.#at, this.#at + length);
    if (content.length < length) throw new Error('the bytes end within a QR code');
    this.#at += length;
    const [kind, command, value] = content;
    if (kind !== 0x31) throw new Error(`code ${kind}`);
    if (command === 0x43) this.#qrDots = value ?? 0;
    if (command === 0x50)
      this.#qrContent = new TextDecoder('utf-8', { fatal: true }).decode(content.subarray(3));
    if (command === 0x51) {
      this.#paper().qr.push(this.#qrContent);
      this.#paper().rows.push({
        kind: 'qr',
        content: this.#qrContent,
        dots: this.#qrDots,
        align: this.#align,
      });
    }
  }

  #barcode(): void {
    this.#expect([0x49]);
    const length = this.#next();
    const content = new TextDecoder('ascii').decode(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    if (!content.startsWith('{B')) throw new Error(`barcode ${content}`);
    this.#paper().barcodes.push(content.slice(2));
    this.#paper().rows.push({
      kind: 'barcode',
      content: content.slice(2),
      dots: this.#barcodeDots,
      align: this.#align,
    });
  }

  #character(byte: number): void {
    if (byte >= 0x80 && this.#codepage !== 17)
      throw new Error(`code page ${this.#codepage} for 0x${byte.toString(16)}`);
    const text = new TextDecoder('ibm866').decode(Uint8Array.of(byte));
    const last = this.#pieces.at(-1);
    if (last && sameStyle(last, this.#style)) last.text += text;
    else this.#pieces.push({ text, ...this.#style });
  }

  #feed(): void {
    const text = this.#pieces.map(piece => piece.text).join('');
    const paper = this.#paper();
    const block = paper.rows.at(-1);
    // A code advances the paper by itself: the line feed behind it ends its row.
    if (text === '' && block && block.kind !== 'text') {
      paper.rows.push({ kind: 'text', text: '', pieces: [] });
      return;
    }
    paper.lines.push(text.trim());
    paper.rows.push({ kind: 'text', text, pieces: this.#pieces });
    this.#pieces = [];
  }
}

function sameStyle(piece: PrintedPiece, style: Omit<PrintedPiece, 'text'>): boolean {
  return (
    piece.width === style.width &&
    piece.height === style.height &&
    piece.bold === style.bold &&
    piece.inverted === style.inverted &&
    piece.small === style.small
  );
}

/** All the prints in what a printer received, status questions skipped. Throws on anything that no receipt should hold. */
export function readReceipts(bytes: Uint8Array): PrintedReceipt[] {
  return new Reader(bytes).read();
}

/** The one print in these bytes. */
export function readReceipt(bytes: Uint8Array): PrintedReceipt {
  const [receipt, ...more] = readReceipts(bytes);
  if (!receipt || more.length > 0)
    throw new Error(`expected one print, found ${receipt ? more.length + 1 : 0}`);
  return receipt;
}
