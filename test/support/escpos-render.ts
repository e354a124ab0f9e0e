import { encode } from 'uqr';
import type { PrintedCode, PrintedLine, PrintedReceipt } from './escpos-reader.ts';

const DOTS = { 58: 384, 80: 576 } as const;
const CHARACTER = { width: 12, smallWidth: 9, height: 24, spacing: 6 } as const;

/** The paper as a person sees it, one unit per printer dot: for looking at receipts, not for deciding anything. */
export function renderSvg(receipt: PrintedReceipt, paper: 58 | 80): string {
  const width = DOTS[paper];
  let y = 20;
  const parts: string[] = [];
  for (const row of receipt.rows) {
    const drawn = row.kind === 'text' ? drawLine(row, y) : drawCode(row, y, width);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  const cut = receipt.cut
    ? `<line x1="-20" x2="${width + 20}" y1="${y}" y2="${y}" stroke="#999" stroke-dasharray="6 6"/>`
    : '';
  const height = y + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 40}" height="${height}" viewBox="-20 0 ${width + 40} ${height}">
<rect x="-20" width="${width + 40}" height="${height}" fill="#fff"/>${parts.join('')}${cut}</svg>`;
}

interface Drawn {
  svg: string;
  height: number;
}

function drawLine(line: PrintedLine, y: number): Drawn {
  const tallest = Math.max(1, ...line.pieces.map(piece => piece.height));
  const baseline = y + tallest * CHARACTER.height;
  let x = 0;
  let svg = '';
  for (const piece of line.pieces) {
    const cell = (piece.small ? CHARACTER.smallWidth : CHARACTER.width) * piece.width;
    const length = cell * piece.text.length;
    const top = baseline - piece.height * CHARACTER.height;
    if (piece.inverted)
      svg += `<rect x="${x}" y="${top}" width="${length}" height="${piece.height * CHARACTER.height}"/>`;
    for (const [index, character] of [...piece.text].entries()) {
      if (character === ' ') continue;
      const scale = `scale(${piece.width * (piece.small ? 0.75 : 1)} ${piece.height})`;
      svg += `<text transform="translate(${x + index * cell} ${baseline - 6 * piece.height}) ${scale}" font-family="DejaVu Sans Mono" font-size="19.9"${
        piece.bold ? ' font-weight="bold"' : ''
      } fill="${piece.inverted ? '#fff' : '#000'}">${escapeXml(character)}</text>`;
    }
    x += length;
  }
  return { svg, height: tallest * CHARACTER.height + CHARACTER.spacing };
}

function drawCode(code: PrintedCode, y: number, paper: number): Drawn {
  const left = (width: number): number =>
    code.align === 'center' ? (paper - width) / 2 : code.align === 'right' ? paper - width : 0;
  if (code.kind === 'qr') {
    const { data, size } = encode(code.content, { ecc: 'M', border: 0 });
    const start = left(size * code.dots);
    let svg = '';
    for (const [row, cells] of data.entries()) {
      for (const [column, dark] of cells.entries()) {
        if (!dark) continue;
        svg += `<rect x="${start + column * code.dots}" y="${y + row * code.dots}" width="${code.dots}" height="${code.dots}"/>`;
      }
    }
    return { svg, height: size * code.dots };
  }
  const width = (11 * (code.content.length + 2) + 13) * code.dots;
  const bars = `<pattern id="bars" width="${code.dots * 4}" height="80" patternUnits="userSpaceOnUse"><rect width="${code.dots * 2}" height="80"/></pattern>`;
  return {
    svg: `${bars}<rect x="${left(width)}" y="${y}" width="${width}" height="80" fill="url(#bars)"/>`,
    height: 80,
  };
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
