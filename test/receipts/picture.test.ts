import { expect, test } from 'vitest';
import { drawReceipt } from '../../electron/receipts/draw.ts';
import { toEscPos } from '../../electron/receipts/on-paper.ts';
import { buildReceipt } from '../../electron/receipts/receipt.ts';
import { readReceipt } from '../support/escpos-reader.ts';
import { renderSvg } from '../support/escpos-render.ts';
import { line, order, SHOP, sale } from './sample.ts';

const ORDER = '0190f3a4-5b6c-7d8e-9f01-23456789ab01';

test.each([58, 80] as const)(
  'the picture of a receipt on %i mm shows every line that is on the paper, within it',
  paper => {
    const receipt = buildReceipt({
      sale: sale([line()]),
      orders: [order(ORDER, 1)],
      settings: SHOP,
      keys: new Map([[ORDER, 'ABCDE-FGHIJ-KLMNO']]),
    });
    const printed = readReceipt(toEscPos(on => drawReceipt(on, receipt), paper));
    const picture = renderSvg(printed, paper);
    const drawn = picture.replace(/<[^>]*>/g, '');
    expect(printed.lines.length).toBeGreaterThan(10);
    for (const text of printed.lines) expect(drawn).toContain(text.replaceAll(/\s/g, ''));
    const width = Number(/viewBox="-20 0 (\d+)/.exec(picture)?.[1]) - 40;
    const places = [...picture.matchAll(/\bx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(places.length).toBeGreaterThan(printed.lines.length);
    expect(Math.max(...places)).toBeLessThan(width);
  },
);
