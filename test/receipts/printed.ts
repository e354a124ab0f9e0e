import { drawReceipt } from '../../electron/receipts/draw.ts';
import { toEscPos } from '../../electron/receipts/on-paper.ts';
import { buildReceipt, type ReceiptSource } from '../../electron/receipts/receipt.ts';
import { type PrintedReceipt, readReceipt } from '../support/escpos-reader.ts';
import { line, order, SHOP, sale } from './sample.ts';

export const KEY = 'ABCDE-FGHIJ-KLMNO';

/** What is on the paper of a sale of one key, as far as `source` does not say otherwise. */
export function printed(source: Partial<ReceiptSource> = {}, paper: 58 | 80 = 80): PrintedReceipt {
  const receipt = buildReceipt({
    sale: sale([line()]),
    orders: [order('0190f3a4-5b6c-7d8e-9f01-23456789ab01', 1)],
    settings: SHOP,
    keys: new Map([['0190f3a4-5b6c-7d8e-9f01-23456789ab01', KEY]]),
    ...source,
  });
  return readReceipt(toEscPos(on => drawReceipt(on, receipt), paper));
}
