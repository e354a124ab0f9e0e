import type { PrintPage } from '../ports.ts';
import { createEscPosPen } from './escpos-pen.ts';
import { createPagePen } from './page-pen.ts';
import { columnsOf, createPaper, type Paper, type PaperWidth } from './paper.ts';

/** What writes on paper, whatever it is printed with: `drawReceipt`, `drawTestPage`. */
type Draw = (paper: Paper) => void;

/** The bytes that print it on an ESC/POS printer. */
export function toEscPos(draw: Draw, width: PaperWidth): Uint8Array {
  const pen = createEscPosPen(columnsOf(width));
  draw(createPaper(columnsOf(width), pen));
  return pen.cut();
}

/** The page that prints it through the operating system's driver. */
export function toPage(draw: Draw, width: PaperWidth): PrintPage {
  const pen = createPagePen(width);
  draw(createPaper(columnsOf(width), pen));
  return pen.cut();
}
