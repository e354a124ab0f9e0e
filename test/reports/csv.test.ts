import { expect, test } from 'vitest';
import { cleanText } from '../../electron/partner/clean-text.ts';
import { dayCsv } from '../../electron/reports/csv.ts';
import { aRefund, aSale, backAt, theDay } from '../support/day-records.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';

const BOM = '\uFEFF';

/** The table as a spreadsheet reads it. */
function tableOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.replace(BOM, '').trimEnd().split('\r\n');
  const columns = head.split(',');
  return lines.map(line => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

test('the export is a table with one row for each order and each refund, at the shop’s own time', () => {
  const { fileName, csv } = dayCsv(
    theDay(
      [
        aSale(
          [
            { offerId: 1001, partnerOrderId: '10222502' },
            { state: 'canceled', refund: backAt() },
          ],
          {
            payment: { method: 'card', reference: 'RRN 42' },
          },
        ),
      ],
      [aRefund({ orderId: 'sale-1-2', method: 'card', reference: 'RRN 43' })],
    ),
  );
  expect(fileName).toBe('keytill-2026-03-29.csv');
  expect(csv.startsWith(BOM)).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const common = { day: '2026-03-29', 'sale number': '1', product: 'Steam US', currency: 'KZT' };
  expect(tableOf(csv)).toMatchObject([
    {
      ...common,
      kind: 'sale',
      time: '2026-03-29 14:00',
      'order id': 'sale-1-1',
      'partner order id': '10222502',
      'offer id': '1001',
      cashier: 'Timur',
      payment: 'card',
      reference: 'RRN 42',
      state: 'completed',
      price: '25.00',
      refund: '',
      cost: '23.09',
      'cost currency': 'KZT',
    },
    { ...common, kind: 'sale', 'order id': 'sale-1-2', state: 'canceled', price: '25.00', cost: '' },
    {
      ...common,
      kind: 'refund',
      time: '2026-03-29 15:30',
      'order id': 'sale-1-2',
      cashier: 'Aida',
      payment: 'card',
      reference: 'RRN 43',
      price: '',
      refund: '25.00',
    },
  ]);
});

test('prices add up to the gross of the day although an order was replaced', () => {
  const { csv } = dayCsv(
    theDay([aSale([{ state: 'canceled', replacedBy: 'sale-1-2' }, { replaces: 'sale-1-1' }])]),
  );
  expect(tableOf(csv)).toMatchObject([
    { state: 'canceled', price: '', 'replaced by': 'sale-1-2' },
    { state: 'completed', price: '25.00' },
  ]);
});

test('a refund of another day’s sale names it where its order is at hand, and is a row without it', () => {
  const old = aSale([{ state: 'canceled', refund: backAt() }], { id: 'old', number: '7', day: '2026-03-01' });
  const records = theDay([], [aRefund({ orderId: 'old-1', saleId: 'old', saleDay: '2026-03-01' })]);
  expect(tableOf(dayCsv({ ...records, orders: old.orders }).csv)).toMatchObject([
    { kind: 'refund', 'sale number': '7', product: 'Steam US', refund: '25.00' },
  ]);
  expect(tableOf(dayCsv(records).csv)).toMatchObject([
    { kind: 'refund', 'sale number': '', 'order id': 'old-1', refund: '25.00', currency: 'KZT' },
  ]);
});

test('a refund given on another day is in the file of that day', () => {
  expect(tableOf(dayCsv(theDay([], [aRefund({ day: '2026-03-30' })])).csv)).toEqual([]);
});

test.each(['=HYPERLINK("http://a","b")', '+1+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'a product called %j is no formula',
  productName => {
    const { csv } = dayCsv(theDay([aSale([{ productName, offerName: productName }])]));
    expect(csv).toContain(`'${productName.replaceAll('"', '""')}`);
    expect(csv).not.toMatch(/(^|[,\n]|,")[=+\-@\t\r](?!\n)/);
  },
);

test.each(['Steam;=HYPERLINK("x")', 'Steam; +1', 'Steam\t@x', 'Steam|-1'])(
  'the name %j is no formula either where a spreadsheet splits at something else',
  productName => {
    const { csv } = dayCsv(
      theDay([aSale([{ productName }], { payment: { method: 'card', reference: '77;=1+1' } })]),
    );
    expect(csv).not.toMatch(/[;|\t]\s*[=+\-@]/);
  },
);

test('the test offer has a price, and no cost', () => {
  const { csv } = dayCsv(theDay([aSale([{ offerId: 999, cost: '23.09', chargedCost: '23.09' }])]));
  expect(csv).not.toContain('23.09');
});

test('commas, quotes and line breaks in a name stay in their cell', () => {
  const { csv } = dayCsv(theDay([aSale([{ productName: 'Half-Life, "Alyx"\nVR' }])]));
  expect(csv).toContain('"Half-Life, ""Alyx""\nVR"');
});

/** The cells of the table, by the rules of RFC 4180. */
const cellsOf = (csv: string): string[] =>
  [...csv.replace(BOM, '').matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

test.each(HOSTILE_TEXTS)('a name that %s is one cell, and no formula', (_does, hostile) => {
  const name = cleanText(hostile, 200);
  const { csv } = dayCsv(theDay([aSale([{ productName: name, offerName: name, partnerOrderId: name }])]));
  const cells = cellsOf(csv.trimEnd());
  expect(cells).toHaveLength(2 * 19);
  expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells.filter(cell => cell.replace(/^'/, '') === name)).toHaveLength(3);
});
