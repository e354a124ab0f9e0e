import type { PrintFailure } from '../../../shared/print-failure.ts';

/** DLE EOT n: answered at once, even by a printer that is off line or busy printing. */
export const askStatus = (n: 1 | 2 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n);

/** GS r 1: answered in its turn, when everything before it has been printed. */
export const ASK_IN_TURN = Uint8Array.of(0x1d, 0x72, 1);

export const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;
export const isAnswerInTurn = (byte: number): boolean => (byte & 0x90) === 0x00;

const OFF_LINE = 0x08;
const COVER_OPEN = 0x04;
const STOPPED_WITHOUT_PAPER = 0x20;
const ERROR = 0x40;
const PAPER_END = 0x60;

interface StatusBytes {
  /** DLE EOT 1. */
  printer?: number | undefined;
  /** DLE EOT 2. */
  cause?: number | undefined;
  /** DLE EOT 4. */
  paper?: number | undefined;
}

export interface Trouble {
  failure: PrintFailure;
  detail: string;
}

/** Why the printer cannot print now, by its own account; undefined when it can. */
export function troubleOf({ printer = 0, cause = 0, paper = 0 }: StatusBytes): Trouble | undefined {
  if (cause & COVER_OPEN) return { failure: 'cover_open', detail: 'the printer says that its cover is open' };
  if (cause & STOPPED_WITHOUT_PAPER || paper & PAPER_END) {
    return { failure: 'no_paper', detail: 'the printer says that it is out of paper' };
  }
  if (cause & ERROR) return { failure: 'own_error', detail: 'the printer reports an error of its own' };
  if (printer & OFF_LINE) return { failure: 'off_line', detail: 'the printer says that it is off line' };
  return undefined;
}
