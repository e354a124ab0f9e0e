import { stringify } from 'csv-stringify/sync';
import type { Order } from '../../shared/contract/orders.ts';
import type { Shop } from '../../shared/contract/terminal.ts';
import { localTime } from '../sales/business-day.ts';
import type { RefundRecord } from '../sales/refund-record.ts';
import { type DayRecords, ordersOfDay, type SoldOrder, wasCharged, whereMoneyIs } from './day-records.ts';

const COLUMNS = [
  'kind',
  'day',
  'time',
  'sale number',
  'order id',
  'partner order id',
  'product',
  'offer',
  'offer id',
  'cashier',
  'payment',
  'reference',
  'state',
  'price',
  'refund',
  'currency',
  'cost',
  'cost currency',
  'replaced by',
] as const;

const OTHER_CELL_FORMULA = /([;|\t]\s*)(?=[=+\-@])/g;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/**
 * The day for an accountant: a plain table without sums in it, one row for each order sold and one for each refund
 * given on the day. "price" adds up to the day's gross, "refund" to its refunds. Times are of the shop's clock.
 */
export function dayCsv(records: DayRecords): { fileName: string; csv: string } {
  const { day, shop, orders, refunds } = records;
  const byId = new Map(orders.map(order => [order.id, order]));
  const rows: Row[] = [
    ...ordersOfDay(records).map(sold => soldRow(sold, shop)),
    ...refunds
      .filter(refund => refund.day === day)
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map(refund => refundRow(refund, byId.get(refund.orderId), shop)),
  ];
  const csv = stringify(rows, {
    header: true,
    columns: [...COLUMNS],
    // Without it Excel reads UTF-8 as something else; with \r\n every spreadsheet finds the lines.
    bom: true,
    record_delimiter: 'windows',
    // A product called "=HYPERLINK(…)" must stay a name, also where a spreadsheet splits at what its country does.
    escape_formulas: true,
    cast: { string: value => value.replace(OTHER_CELL_FORMULA, "$1'") },
  });
  return { fileName: `keytill-${day}.csv`, csv };
}

function soldRow({ order, sale }: SoldOrder, shop: Shop): Row {
  const isReplaced = whereMoneyIs(order) === 'replaced';
  return {
    ...namesOf(order),
    kind: 'sale',
    day: sale.day,
    time: localTime(Date.parse(sale.createdAt), shop),
    cashier: sale.staff.name,
    payment: sale.payment.method,
    reference: sale.payment.reference ?? '',
    price: isReplaced ? '' : order.price,
    currency: order.currency,
    cost: wasCharged(order) ? (order.chargedCost ?? order.cost) : '',
    'cost currency': wasCharged(order) ? order.costCurrency : '',
    'replaced by': order.replacedBy ?? '',
  };
}

/** `order` is missing where it is of another day's sale and was not handed over. */
function refundRow(refund: RefundRecord, order: Order | undefined, shop: Shop): Row {
  return {
    ...(order ? namesOf(order) : {}),
    kind: 'refund',
    day: refund.day,
    time: localTime(Date.parse(refund.at), shop),
    'order id': refund.orderId,
    cashier: refund.staffName,
    payment: refund.method,
    reference: refund.reference ?? '',
    refund: refund.amount,
    currency: order?.currency ?? shop.currency,
  };
}

function namesOf(order: Order): Row {
  return {
    'sale number': order.saleNumber,
    'order id': order.id,
    'partner order id': order.partnerOrderId ?? '',
    product: order.productName,
    offer: order.offerName,
    'offer id': String(order.offerId),
    state: order.state,
  };
}
