import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';
import { line, order, SHOP, sale } from './sample.ts';

describe('text that means harm', () => {
  const attack = '\x1b@\x1dV\x00\x10\x14\x01←@↔V\x00\x1c.\x1d(k\r\n\x9b\u2028☺';

  test('in a name prints as text: the reader finds no command that a receipt would not have', () => {
    const receipt = printed({
      sale: sale(
        [line({ productName: attack, offerName: `${attack}2`, player: { id: attack, nickname: attack } })],
        {
          number: '1042',
          staff: { id: 'staff-1', name: attack },
          payment: { method: 'card', reference: attack },
        },
      ),
      orders: [order('a', 1, { partnerOrderId: attack })],
      keys: new Map([['a', attack]]),
      settings: {
        ...SHOP,
        shop: { ...SHOP.shop, name: attack },
        receipt: { ...SHOP.receipt, header: attack, footer: attack },
      },
    });
    expect(receipt.qr).toEqual([]);
    expect(receipt.lines).toContain('There is no QR code for this key.');
  });

  test('of any kind leaves the same commands on paper as harmless text', () => {
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(any, any, any, (name, player, key) => {
        const receipt = printed({
          sale: sale([line({ productName: name, player: { id: player } })]),
          orders: [order('a', 1)],
          keys: new Map([['a', key]]),
          settings: { ...SHOP, shop: { ...SHOP.shop, name } },
        });
        expect(receipt.qr.every(content => content === key)).toBe(true);
        expect(receipt.cut).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
