import type { Receipt } from '../../shared/receipt.ts';
import { RECEIPT_TEXTS, type ReceiptTexts } from '../../shared/receipt-texts.ts';
import { saleCode } from '../../shared/sale-code.ts';
import { layOutKey } from './key-layout.ts';
import type { Paper } from './paper.ts';
import { printable } from './printable.ts';

type Line = Receipt['lines'][number];
type Item = Line['items'][number];

/** Writes a receipt or a collection slip. Whatever the texts in it, they are printed as text. */
export function drawReceipt(paper: Paper, receipt: Receipt): void {
  const texts = RECEIPT_TEXTS[receipt.language];
  printHead(paper, receipt, texts);
  if (receipt.kind === 'slip') printPromise(paper, receipt, texts);
  for (const line of receipt.lines) printLine(paper, line, texts);
  printPayment(paper, receipt, texts);
  printKeys(paper, receipt, texts);
  printFoot(paper, receipt);
}

function printHead(paper: Paper, receipt: Receipt, texts: ReceiptTexts): void {
  paper.text(receipt.shopName, { width: 2, height: 2, bold: true, align: 'center' });
  for (const line of receipt.header) paper.text(line, { align: 'center' });
  paper.text('');
  if (receipt.copy) {
    paper.banner(texts.copy);
    paper.text('');
  }
  paper.pair(texts.saleNumber(receipt.saleNumber), receipt.at, { bold: true });
  paper.pair(texts.cashier, receipt.cashier);
  paper.rule('double');
}

function printPromise(paper: Paper, receipt: Receipt, texts: ReceiptTexts): void {
  const number = printable(receipt.saleNumber);
  const size = Math.max(1, Math.min(4, Math.floor(paper.columns / Math.max(1, number.length))));
  paper.text(texts.slipTitle, { height: 2, bold: true, align: 'center' });
  paper.text('');
  paper.banner(texts.slipPaid);
  paper.text('');
  paper.text(texts.slipPromise, { bold: true, align: 'center' });
  paper.text(texts.slipKeep, { align: 'center' });
  paper.text('');
  paper.text(number, { width: size, height: size, bold: true, align: 'center' });
  paper.text('');
  paper.barcode(saleCode(receipt.saleNumber));
  paper.rule();
}

function printLine(paper: Paper, line: Line, texts: ReceiptTexts): void {
  paper.text(line.productName, { bold: true });
  if (line.offerName !== line.productName) paper.text(line.offerName);
  paper.pair(`${line.quantity} x ${line.price}`, line.amount);
  if (line.player) paper.pair(line.delivery === 'stars' ? texts.telegram : texts.player, line.player);
  for (const [status, count] of countByStatus(line, texts)) {
    paper.text(line.quantity > 1 ? `${count} x ${status}` : status, { bold: true });
  }
  for (const item of line.items) {
    if (item.key === undefined) printNumbers(paper, item, texts, 'left');
  }
  paper.rule();
}

function countByStatus(line: Line, texts: ReceiptTexts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of line.items) {
    const status = statusText(item, line.delivery, texts);
    if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

/** Nothing for a key that is printed further down: it speaks for itself. */
function statusText(item: Item, delivery: Line['delivery'], texts: ReceiptTexts): string | undefined {
  if (item.status !== 'delivered') return texts[item.status];
  if (item.key !== undefined) return undefined;
  return delivery === 'key' ? texts.keyNotPrinted : texts.credited;
}

function printNumbers(paper: Paper, item: Item, texts: ReceiptTexts, align: 'left' | 'center'): void {
  paper.small(`${texts.order} ${item.orderId}`, align);
  if (item.partnerOrderId !== undefined) paper.small(`${texts.partnerOrder} ${item.partnerOrderId}`, align);
}

function printPayment(paper: Paper, receipt: Receipt, texts: ReceiptTexts): void {
  const { currency, payment, total, refunded } = receipt;
  paper.pair(texts.total, `${total} ${currency}`, { height: 2, bold: true });
  const paid = payment.method === 'cash' ? texts.cash : texts.card;
  paper.pair(paid, `${payment.tendered ?? total} ${currency}`);
  if (payment.change !== undefined) paper.pair(texts.change, `${payment.change} ${currency}`);
  if (payment.reference !== undefined) paper.pair(texts.reference, payment.reference);
  if (refunded !== undefined) paper.pair(texts.moneyReturned, `${refunded} ${currency}`, { bold: true });
}

function printKeys(paper: Paper, receipt: Receipt, texts: ReceiptTexts): void {
  const keys = receipt.lines.flatMap(line =>
    line.items.flatMap(item => (item.key === undefined ? [] : [{ line, item, key: item.key }])),
  );
  for (const [index, { line, item, key }] of keys.entries()) {
    const count = keys.length > 1 ? ` ${index + 1}/${keys.length}` : '';
    paper.rule('double');
    paper.text(texts.key + count, { height: 2, bold: true, align: 'center' });
    paper.text(line.productName, { bold: true, align: 'center' });
    if (line.offerName !== line.productName) paper.text(line.offerName, { align: 'center' });
    paper.text('');
    printKey(paper, key, texts);
    printNumbers(paper, item, texts, 'center');
  }
}

function printKey(paper: Paper, key: string, texts: ReceiptTexts): void {
  const { lines, size, escaped, code, link } = layOutKey(key, paper.columns);
  if (link && code !== undefined) {
    paper.text(texts.keyImage, { bold: true, align: 'center' });
    paper.text('');
    paper.qr(code);
    paper.small(key, 'center');
    return;
  }
  for (const [index, rows] of lines.entries()) {
    if (index > 0) paper.text('');
    for (const row of rows) paper.exact(row, { ...size, bold: true, align: 'center' });
  }
  paper.text('');
  if (escaped) paper.small(texts.keyEscaped, 'center');
  if (code !== undefined) paper.qr(code);
  else paper.small(texts.keyWithoutCode, 'center');
}

function printFoot(paper: Paper, receipt: Receipt): void {
  paper.rule('double');
  for (const line of receipt.footer) paper.text(line, { align: 'center' });
}
