import { describe, expect, test } from 'vitest';
import { buildReceipt, receiptKind } from '../../electron/receipts/receipt.ts';
import { receipt as schema } from '../../shared/receipt.ts';
import { line, order, SHOP, sale } from './sample.ts';

const topup = line({
  productName: 'Mobile Legends',
  delivery: 'topup',
  quantity: 2,
  player: { id: '123456789', serverId: '2001', nickname: 'Batyr' },
});

describe('the model of a receipt', () => {
  test('is what both sides agreed on, keys and all', () => {
    const built = buildReceipt({
      sale: sale([line()]),
      orders: [order('a', 1)],
      settings: SHOP,
      keys: new Map([['a', 'KEY-1']]),
    });
    expect(schema.parse(built)).toEqual(built);
    expect(built).toMatchObject({
      kind: 'receipt',
      copy: false,
      header: ['Abay Ave. 10, Almaty', '+7 727 000 00 00'],
      saleNumber: '1042',
      lines: [{ items: [{ orderId: 'a', partnerOrderId: '88121', key: 'KEY-1', status: 'delivered' }] }],
    });
  });

  test('shows the time on the wall of the shop, in summer and in winter', () => {
    const at = (createdAt: string) =>
      buildReceipt({
        sale: sale([line()], { createdAt }),
        orders: [order('a', 1)],
        settings: { ...SHOP, shop: { ...SHOP.shop, timeZone: 'Europe/Berlin' } },
      }).at;
    expect(at('2026-03-29T00:59:59.999Z')).toBe('2026-03-29 01:59');
    expect(at('2026-03-29T01:00:00.000Z')).toBe('2026-03-29 03:00');
  });

  test('is a slip while a single order is still open, whatever holds it up', () => {
    const states = ['queued', 'sending', 'processing', 'unknown', 'held'] as const;
    for (const state of states) {
      expect(receiptKind([order('a', 1), order('b', 2, { state })])).toBe('slip');
    }
    expect(receiptKind([order('a', 1), order('b', 2, { state: 'canceled' })])).toBe('receipt');
  });

  test('gives every line its own orders, in the order of the sale', () => {
    const built = buildReceipt({
      sale: sale([line(), topup, line()]),
      orders: [order('d', 4), order('c', 3), order('b', 2), order('a', 1)],
      settings: SHOP,
    });
    expect(built.lines.map(({ items }) => items.map(item => item.orderId))).toEqual([
      ['a'],
      ['b', 'c'],
      ['d'],
    ]);
    expect(built.lines[1]?.player).toBe('123456789 (2001) Batyr');
  });

  test('lets the newest order stand for one that was ordered again', () => {
    const orders = [
      order('a', 1, { state: 'canceled', replacedBy: 'b' }),
      order('b', 2, { state: 'canceled', replaces: 'a', replacedBy: 'c' }),
      order('c', 3, { replaces: 'b' }),
    ];
    const built = buildReceipt({ sale: sale([line()]), orders, settings: SHOP });
    expect(built.lines[0]?.items).toEqual([{ orderId: 'c', partnerOrderId: '88123', status: 'delivered' }]);
  });

  test('tells money that is still owed from money that went back', () => {
    const refund = { amount: '25000.00', at: '2026-03-29T10:00:00.000Z', staffName: 'Aigerim' };
    const built = buildReceipt({
      sale: sale([line({ quantity: 4 })], { refunded: '25000.00' }),
      orders: [
        order('a', 1),
        order('b', 2, { state: 'canceled' }),
        order('c', 3, { state: 'refunded' }),
        order('d', 4, { state: 'canceled', refund }),
      ],
      settings: SHOP,
    });
    expect(built.lines[0]?.items.map(item => item.status)).toEqual([
      'delivered',
      'failed',
      'failed',
      'refunded',
    ]);
    expect(built.refunded).toBe('25000.00');
  });

  test('never carries a key of an order that was not delivered', () => {
    const built = buildReceipt({
      sale: sale([line()]),
      orders: [order('a', 1, { state: 'refunded' })],
      settings: SHOP,
      keys: new Map([['a', 'KEY-1']]),
    });
    expect(JSON.stringify(built)).not.toContain('KEY-1');
  });

  test('refuses orders that are not those of the sale', () => {
    const build = () =>
      buildReceipt({ sale: sale([line({ quantity: 2 })]), orders: [order('a', 1)], settings: SHOP });
    expect(build).toThrow('2 pieces and 1 orders');
  });
});
