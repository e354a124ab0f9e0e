import { createHash } from 'node:crypto';
import { encode } from 'uqr';
import type { PrintPage } from '../ports.ts';
import { code128 } from './code128.ts';
import { columnsOf, type LineStyle, type PaperWidth, type Pen } from './paper.ts';

/** All in tenths of a millimetre. A column is as wide as on a receipt printer, so the same receipt has the same lines. */
const COLUMN = 15;
const LINE = 35;
const BASELINE = 26;
const FONT = 25;
const SMALL = 3 / 4;
const RULE = 20;
const GAP = 20;
const BARCODE = 100;
const LARGEST_MODULE = 8;
const MARGIN = { top: 30, bottom: 60, sheet: 150 };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, character => ENTITIES[character] ?? '');

/**
 * Writes a page for a printer that the operating system drives: each line a drawing of its own, whose width no font of the
 * machine can change. The page needs no script, no file and no network.
 */
export function createPagePen(width: PaperWidth): Pen<PrintPage> {
  const columns = columnsOf(width);
  const inner = columns * COLUMN;
  const drawings: string[] = [];
  let height = MARGIN.top + MARGIN.bottom;

  function draw(tall: number, content: string): void {
    height += tall;
    drawings.push(
      `<svg width="${inner / 10}mm" height="${tall / 10}mm" viewBox="0 0 ${inner} ${tall}">${content}</svg>`,
    );
  }

  function line(text: string, style: LineStyle): void {
    const { width: wide = 1, height: high = 1, bold, align = 'left', small, inverted } = style;
    const size = small ? SMALL : 1;
    const tall = LINE * high * size;
    const long = text.length * COLUMN * size * wide;
    const start = align === 'left' ? 0 : align === 'right' ? inner - long : (inner - long) / 2;
    const ground = inverted ? `<rect width="${inner}" height="${tall}"/>` : '';
    const letters =
      text.trim() === ''
        ? ''
        : `<text transform="translate(${start} ${BASELINE * high * size}) scale(${wide * size} ${high * size})" ` +
          `textLength="${text.length * COLUMN}" lengthAdjust="spacingAndGlyphs"` +
          `${bold ? ' font-weight="700"' : ''}${inverted ? ' fill="#fff"' : ''}>${escaped(text)}</text>`;
    draw(tall, ground + letters);
  }

  return {
    write(lines, style) {
      for (const text of lines) line(text, style);
    },
    rule(style) {
      const bars = style === 'double' ? [7, 12] : [10];
      draw(RULE, bars.map(y => `<rect y="${y}" width="${inner}" height="2"/>`).join(''));
    },
    qr(content) {
      const { data, size } = encode(content, { ecc: 'M', border: 4 });
      const module = Math.min(LARGEST_MODULE, inner / size);
      const dark = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
      const left = (inner - module * size) / 2;
      draw(
        module * size,
        `<path shape-rendering="crispEdges" transform="translate(${left} 0) scale(${module})" d="${dark.join('')}"/>`,
      );
    },
    barcode(content) {
      const widths = code128(content);
      const modules = widths.reduce((sum, wide) => sum + wide, 0);
      const module = Math.min(5, inner / (modules + 20));
      let x = (inner - modules * module) / 2;
      const bars = widths.map((wide, place) => {
        const bar = place % 2 === 0 ? `<rect x="${x}" width="${wide * module}" height="${BARCODE}"/>` : '';
        x += wide * module;
        return bar;
      });
      draw(BARCODE + GAP, bars.join(''));
    },
    cut() {
      const isSheet = width === 210;
      const size = isSheet
        ? { widthMm: 210, heightMm: 297 }
        : // A page that is wider than long would be turned by some drivers.
          { widthMm: width, heightMm: Math.max(Math.ceil(height / 10), width + 1) };
      const style = styleOf(size, isSheet);
      const hash = createHash('sha256').update(style).digest('base64');
      return {
        ...size,
        html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>KeyTill</title><style>${style}</style></head><body>${drawings.join('\n')}</body></html>`,
        contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      };
    },
  };
}

function styleOf({ widthMm, heightMm }: { widthMm: number; heightMm: number }, isSheet: boolean): string {
  const margin = isSheet ? `${MARGIN.sheet / 10}mm 0` : '0';
  const padding = isSheet ? '0' : `${MARGIN.top / 10}mm 0 0`;
  return (
    `@page{size:${widthMm}mm ${heightMm}mm;margin:${margin}}` +
    `html,body{margin:0;background:#fff}body{padding:${padding}}` +
    'svg{display:block;margin:0 auto;break-inside:avoid;overflow:hidden}' +
    `text{font-family:'DejaVu Sans Mono','Consolas','Menlo','Courier New',monospace;font-size:${FONT}px;white-space:pre}`
  );
}
