import { createHash } from 'node:crypto';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { drawReceipt } from '../../electron/receipts/draw.ts';
import { toEscPos, toPage } from '../../electron/receipts/on-paper.ts';
import { buildReceipt } from '../../electron/receipts/receipt.ts';
import { readReceipt } from '../support/escpos-reader.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { linesOf } from './page-reader.ts';
import { line, order, SHOP, sale } from './sample.ts';

const ID = '0190f3a4-5b6c-7d8e-9f01-23456789ab01';
const KEY = 'ABCDE-FGHIJ-KLMNO';

function receiptWith(text: Partial<{ name: string; key: string }> = {}) {
  const { name = 'Steam US', key = KEY } = text;
  const settings = {
    ...SHOP,
    shop: { ...SHOP.shop, name },
    receipt: { ...SHOP.receipt, header: name, footer: name },
  };
  return buildReceipt({
    sale: sale([line({ productName: name, offerName: `${name}!` })]),
    orders: [order(ID, 1)],
    settings,
    keys: new Map([[ID, key]]),
  });
}

describe.each([58, 80, 210] as const)('the page for paper of %i mm', width => {
  test('has the lines that the same receipt has on a receipt printer', () => {
    const receipt = receiptWith();
    const onRoll = readReceipt(toEscPos(paper => drawReceipt(paper, receipt), width));
    const wanted = onRoll.lines.map(text => text.trim()).filter(text => /[^═─\s]/.test(text));
    expect(linesOf(toPage(paper => drawReceipt(paper, receipt), width))).toEqual(wanted);
  });

  test.each(HOSTILE_TEXTS)('shows %j as text, and nothing of it as anything else', text => {
    const plain = toPage(paper => drawReceipt(paper, receiptWith()), width);
    const hostile = toPage(
      paper => drawReceipt(paper, receiptWith({ name: text || 'x', key: text || KEY })),
      width,
    );
    const elements = (html: string) =>
      new Set([...html.matchAll(/<(\/?[a-z!][\w-]*)/gi)].map(([, name]) => name));
    for (const name of elements(hostile.html)) expect(elements(plain.html)).toContain(name);
    const attributes = (html: string) => new Set([...html.matchAll(/ ([\w-]+)=/g)].map(([, name]) => name));
    const inTags = (html: string) => attributes(html.replace(/>[^<]*</g, '><'));
    for (const name of inTags(hostile.html)) expect(inTags(plain.html)).toContain(name);
    expect(hostile.html.match(/<style>/g)).toHaveLength(1);
  });
});

test('a page loads nothing and runs nothing: its style is named by its digest', () => {
  const { html, contentSecurityPolicy } = toPage(paper => drawReceipt(paper, receiptWith()), 80);
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  const digest = createHash('sha256').update(style).digest('base64');
  expect(contentSecurityPolicy).toBe(
    `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  expect(html).not.toMatch(/<script|<img|<link|<iframe|\bstyle=|\bhref=|\bsrc=|url\(/i);
});

test('the code on the page is the code of the key, module for module', () => {
  const { html } = toPage(paper => drawReceipt(paper, receiptWith()), 80);
  const { data } = encode(KEY, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  expect(/<path [^>]*d="([^"]*)"/.exec(html)?.[1]).toBe(dark.join(''));
});

test('a roll is cut where the receipt ends; a sheet has its own length', () => {
  const long = receiptWith({ key: 'A'.repeat(600) });
  const page = (width: 58 | 80 | 210, receipt = receiptWith()) =>
    toPage(paper => drawReceipt(paper, receipt), width);
  expect(page(80, long).heightMm).toBeGreaterThan(page(80).heightMm);
  expect(page(58)).toMatchObject({ widthMm: 58 });
  expect(page(210, long)).toMatchObject({ widthMm: 210, heightMm: 297 });
});

test('a roll is never wider than long, which some drivers would turn', () => {
  expect(toPage(paper => paper.text('short'), 80).heightMm).toBeGreaterThan(80);
});
