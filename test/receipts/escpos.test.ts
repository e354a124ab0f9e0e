import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { toEscPos } from '../../electron/receipts/on-paper.ts';
import { drawTestPage } from '../../electron/receipts/test-page.ts';
import { RECEIPT_TEXTS } from '../../shared/receipt-texts.ts';
import { type PrintedReceipt, readReceipt } from '../support/escpos-reader.ts';
import { KEY, printed } from './printed.ts';
import { line, order, RUSSIAN, SHOP, sale } from './sample.ts';

const widthOf = (row: PrintedReceipt['rows'][number]): number =>
  row.kind === 'text'
    ? row.pieces.reduce((sum, piece) => sum + piece.text.length * piece.width * (piece.small ? 0.75 : 1), 0)
    : 0;

const styleOf = (receipt: PrintedReceipt, text: string) => {
  const row = receipt.rows.find(candidate => candidate.kind === 'text' && candidate.text.includes(text));
  return row?.kind === 'text' ? row.pieces.find(piece => piece.text.includes(text)) : undefined;
};

describe('a printed receipt', () => {
  test('says who sold what, when, for how much, and gives the key large and as a code', () => {
    const receipt = printed();
    expect(receipt.lines).toEqual(
      expect.arrayContaining([
        'Game Corner',
        expect.stringMatching(/^Sale No. 1042 +2026-03-29 14:05$/),
        expect.stringMatching(/^Cashier +Aigerim$/),
        'Steam US',
        'Steam Wallet 50 USD',
        expect.stringMatching(/^1 x 25000.00 +25000.00$/),
        expect.stringMatching(/^TOTAL +25000.00 KZT$/),
        expect.stringMatching(/^Cash +30000.00 KZT$/),
        expect.stringMatching(/^Change +5000.00 KZT$/),
        KEY,
        'Order 0190f3a4-5b6c-7d8e-9f01-23456789ab01',
        'Supplier order 88121',
        'Thank you!',
      ]),
    );
    expect(styleOf(receipt, KEY)).toMatchObject({ width: 2, height: 2, bold: true });
    expect(receipt.qr).toEqual([KEY]);
    expect(receipt.cut).toBe(true);
    expect(receipt.lines).not.toContain('COPY');
  });

  test('is in Russian for a Russian shop, letter by letter', () => {
    const receipt = printed({ settings: RUSSIAN, copy: true });
    expect(receipt.lines).toEqual(
      expect.arrayContaining([
        'Игровой уголок',
        'КОПИЯ',
        expect.stringMatching(/^Продажа № 1042 +29\.03\.2026 14:05$/),
        expect.stringMatching(/^1 x 25 000,00 +25 000,00$/),
        expect.stringMatching(/^ИТОГО +25 000,00 KZT$/),
        expect.stringMatching(/^Наличные +30 000,00 KZT$/),
        expect.stringMatching(/^Сдача +5 000,00 KZT$/),
        'ВАШ КЛЮЧ',
      ]),
    );
    expect(styleOf(receipt, 'КОПИЯ')).toMatchObject({ inverted: true, width: 2 });
  });

  test('stays on its paper, whatever is long', () => {
    const long = 'Очень длинное название-без-пробелов-которое-не-кончается'.repeat(3);
    for (const paper of [58, 80] as const) {
      const receipt = printed(
        {
          sale: sale(
            [
              line({
                productName: long,
                offerName: `${long}!`,
                delivery: 'topup',
                player: { id: '1'.repeat(64), nickname: long },
              }),
            ],
            {
              number: '1234567890123',
              staff: { id: 'staff-1', name: long },
              total: '999999999999999999.00',
              payment: { method: 'card', reference: 'R'.repeat(64) },
            },
          ),
          settings: { ...RUSSIAN, shop: { ...RUSSIAN.shop, name: long } },
          copy: true,
        },
        paper,
      );
      const columns = paper === 80 ? 48 : 32;
      for (const row of receipt.rows) expect(widthOf(row)).toBeLessThanOrEqual(columns);
      expect(receipt.lines.join('')).toContain('R'.repeat(20));
    }
  });

  test('a code never grows over the edge of the paper, and a scanner is left a margin', () => {
    for (const length of [1, 20, 100, 500, 1000, 2331]) {
      const key = 'k'.repeat(length);
      const [code] = printed(
        { keys: new Map([['0190f3a4-5b6c-7d8e-9f01-23456789ab01', key]]) },
        58,
      ).rows.filter(row => row.kind === 'qr');
      if (code?.kind !== 'qr') throw new Error('no code');
      const { size } = encode(code.content, { ecc: 'M', border: 0, boostEcc: false });
      expect((size + 8) * code.dots).toBeLessThanOrEqual(384);
      expect(code.dots).toBeGreaterThanOrEqual(2);
    }
  });

  test('has every key of a sale, numbered, with the code of each', () => {
    const keys = new Map(['a', 'b', 'c'].map((id, index) => [id, `KEY-${index + 1}`]));
    const receipt = printed({
      sale: sale([line({ quantity: 3 })]),
      orders: [order('a', 1), order('b', 2), order('c', 3)],
      keys,
    });
    expect(receipt.qr).toEqual(['KEY-1', 'KEY-2', 'KEY-3']);
    expect(receipt.lines).toEqual(expect.arrayContaining(['YOUR KEY 1/3', 'KEY-1', 'YOUR KEY 3/3', 'KEY-3']));
  });

  test('the block of a key names product and offer: "5 USD" alone says nothing when it is cut off', () => {
    const { lines } = printed();
    expect(lines.slice(lines.indexOf('YOUR KEY')).slice(0, 3)).toEqual([
      'YOUR KEY',
      'Steam US',
      'Steam Wallet 50 USD',
    ]);
  });

  test('a key on a narrow paper is whole when its lines are put together', () => {
    const key = 'ZXCVB-ASDFG-QWERT-12345-67890-YUIOP';
    const { rows } = printed({ keys: new Map([['0190f3a4-5b6c-7d8e-9f01-23456789ab01', key]]) }, 58);
    const large = rows.flatMap(row =>
      row.kind === 'text'
        ? row.pieces.filter(piece => piece.width === 2 && /\d|[A-Z]-/.test(piece.text))
        : [],
    );
    expect(large.map(piece => piece.text.trim()).join('')).toBe(key);
  });

  test('a link to a picture of the key is to be scanned, its text is small', () => {
    const link = 'https://cdn.example.com/keys/4f7a9e62.png?sig=0123456789abcdef';
    const receipt = printed({ keys: new Map([['0190f3a4-5b6c-7d8e-9f01-23456789ab01', link]]) });
    expect(receipt.qr).toEqual([link]);
    expect(styleOf(receipt, 'https://')).toMatchObject({ small: true });
    expect(receipt.lines).toContain('Scan to open your key');
  });

  test('a top-up names its player and that it was credited', () => {
    const receipt = printed({
      sale: sale([line({ delivery: 'topup', quantity: 2, player: { id: '12345', nickname: 'Batyr' } })]),
      orders: [order('a', 1, { delivery: 'topup' }), order('b', 2, { delivery: 'topup' })],
      keys: new Map(),
    });
    expect(receipt.lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Player +12345 Batyr$/),
        '2 x Credited',
        'Supplier order 88122',
      ]),
    );
    expect(receipt.qr).toEqual([]);
  });

  test('what was not delivered says what becomes of the money', () => {
    const refund = { amount: '25000.00', at: '2026-03-29T10:00:00.000Z', staffName: 'Aigerim' };
    const receipt = printed({
      sale: sale([line({ quantity: 2 })], { refunded: '25000.00' }),
      orders: [order('a', 1, { state: 'canceled' }), order('b', 2, { state: 'canceled', refund })],
    });
    expect(receipt.lines).toEqual(
      expect.arrayContaining([
        '1 x Not delivered - money to be returned',
        '1 x Not delivered - money returned',
        expect.stringMatching(/^Money returned +25000.00 KZT$/),
      ]),
    );
  });
});

describe('a collection slip', () => {
  const waiting = { orders: [order('a', 1, { state: 'queued' })], keys: new Map() };

  test('says that it is paid and will be delivered, with the number large and to be scanned', () => {
    const receipt = printed(waiting, 58);
    const text = receipt.lines.join(' ');
    expect(text).toContain('Your purchase is paid for and will be delivered, or your money back.');
    expect(text).toContain('Keep this slip and show it at the counter to collect it.');
    expect(receipt.lines).toEqual(
      expect.arrayContaining(['COLLECTION SLIP', 'PAID', '1042', 'Paid, will be delivered']),
    );
    expect(styleOf(receipt, '1042')).toBeDefined();
    expect(
      receipt.rows.some(row => row.kind === 'text' && row.pieces.some(piece => piece.height === 4)),
    ).toBe(true);
    expect(receipt.barcodes).toEqual(['KT1042']);
  });

  test('is promised in the language of the shop', () => {
    const text = printed({ ...waiting, settings: RUSSIAN }, 58).lines.join(' ');
    expect(text).toContain('Ваша покупка оплачена: она будет выдана или вам вернут деньги.');
    expect(text).toContain('Оплачено, будет выдано');
  });

  test('already has the keys that are there', () => {
    const receipt = printed({
      sale: sale([line({ quantity: 2 })]),
      orders: [order('a', 1), order('b', 2, { state: 'processing' })],
      keys: new Map([['a', KEY]]),
    });
    expect(receipt.qr).toEqual([KEY]);
    expect(receipt.lines).toContain('1 x Paid, will be delivered');
  });
});

describe('the words of the paper', () => {
  test('can all be printed as they are', () => {
    for (const texts of Object.values(RECEIPT_TEXTS)) {
      for (const text of Object.values(texts)) {
        const receipt = printed({
          settings: {
            ...SHOP,
            receipt: { ...SHOP.receipt, header: typeof text === 'string' ? text : text('1'), footer: '' },
          },
        });
        expect(receipt.lines.join(' ')).toContain(typeof text === 'string' ? text : text('1'));
      }
    }
  });

  test('the test page shows both alphabets, the paper and a code', () => {
    const page = readReceipt(
      toEscPos(
        paper =>
          drawTestPage(paper, {
            settings: RUSSIAN,
            target: 'tcp://10.0.0.5:9100',
            at: '2026-03-29T09:05:00.000Z',
          }),
        80,
      ),
    );
    const text = page.lines.join(' ');
    for (const expected of [
      'tcp://10.0.0.5:9100',
      '80 мм',
      '29.03.2026 14:05',
      'АБВГДЕЁЖ',
      'NOPQRSTUVWXYZ',
    ]) {
      expect(text).toContain(expected);
    }
    expect(page.qr).toEqual(['KeyTill']);
    expect(page.cut).toBe(true);
  });
});
