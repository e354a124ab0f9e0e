import type { Order } from '../../shared/contract/orders.ts';
import type { DayReport } from '../../shared/contract/records.ts';
import { PAYMENT_METHODS, type Sale } from '../../shared/contract/sales.ts';
import { compare, type Decimal, subtract, sum, toCurrency } from '../../shared/money.ts';
import { isFinal, ORDER_STATES } from '../../shared/order-state.ts';
import { boundsOfDay, hourOf } from '../sales/business-day.ts';
import {
  type DayRecords,
  inOrder,
  numbersLeftOut,
  ordersOfDay,
  type SoldOrder,
  wasCharged,
  whereMoneyIs,
} from './day-records.ts';

/** What a business day sold, gave back and still owes; every sum is exact. */
export function dayReport(records: DayRecords): DayReport {
  const { day, shop } = records;
  const { from, to } = boundsOfDay(day, shop);
  const sales = inOrder(records.sales);
  const all = ordersOfDay(records);
  const counted = all.filter(({ order }) => whereMoneyIs(order) !== 'replaced');
  const refunds = records.refunds.filter(refund => refund.day === day);
  const money = (amounts: Iterable<Decimal>): Decimal => toCurrency(sum(amounts), shop.currency);
  const minus = (a: Decimal, b: Decimal): Decimal => toCurrency(subtract(a, b), shop.currency);
  const pricesOf = (sold: readonly SoldOrder[]): Decimal => money(sold.map(({ order }) => order.price));
  const bucket = (sold: readonly SoldOrder[]) => ({ orders: sold.length, gross: pricesOf(sold) });
  const taken = (of: readonly Sale[]): Decimal => money(of.map(sale => sale.total));
  const nowIn = (place: ReturnType<typeof whereMoneyIs>): Decimal =>
    pricesOf(counted.filter(({ order }) => whereMoneyIs(order) === place));

  const gross = taken(sales);
  const givenBack = money(refunds.map(refund => refund.amount));
  return {
    day,
    from: iso(from),
    to: iso(to),
    timeZone: shop.timeZone,
    currency: shop.currency,
    totals: {
      sales: sales.length,
      orders: counted.length,
      gross,
      refunds: givenBack,
      net: minus(gross, givenBack),
      delivered: nowIn('delivered'),
      waiting: nowIn('waiting'),
      toRefund: nowIn('toRefund'),
      refunded: nowIn('refunded'),
    },
    byProduct: groups(counted, ({ order }) => order.productName)
      .map(([productName, sold]) => ({ productName, ...bucket(sold) }))
      .sort((a, b) => compare(b.gross, a.gross)),
    byStaff: groups(counted, ({ sale }) => sale.staff.id).map(([staffId, sold]) => ({
      staffId,
      name: sold[0]?.sale.staff.name ?? staffId,
      sales: countSales(sold),
      ...bucket(sold),
    })),
    byState: ORDER_STATES.map(state => ({
      state,
      ...bucket(counted.filter(({ order }) => order.state === state)),
    })).filter(({ orders }) => orders > 0),
    byHour: groups(counted, ({ sale }) => hourOf(Date.parse(sale.createdAt), shop).from)
      .sort(([a], [b]) => a - b)
      .map(([start, sold]) => ({
        hour: hourOf(start, shop).hour,
        from: iso(start),
        sales: countSales(sold),
        ...bucket(sold),
      })),
    byPayment: PAYMENT_METHODS.map(method => {
      const paid = sales.filter(sale => sale.payment.method === method);
      const back = money(refunds.filter(refund => refund.method === method).map(refund => refund.amount));
      return {
        method,
        sales: paid.length,
        gross: taken(paid),
        refunds: back,
        net: minus(taken(paid), back),
      };
    }),
    costs: costsOf(counted.map(({ order }) => order)),
    numbersLeftOut: numbersLeftOut(records),
    open: counted.map(({ order }) => order).filter(order => !isFinal(order.state)),
  };
}

/** What the partner charged for what was delivered; where it did not say, what the till meant to pay. */
function costsOf(orders: readonly Order[]): DayReport['costs'] {
  return groups(orders.filter(wasCharged), order => order.costCurrency)
    .map(([currency, of]) => ({
      currency,
      orders: of.length,
      amount: sum(of.map(order => order.chargedCost ?? order.cost)),
    }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  return [...Map.groupBy(items, keyOf)];
}

const countSales = (sold: readonly SoldOrder[]): number => new Set(sold.map(({ sale }) => sale.id)).size;

const iso = (epochMs: number): string => new Date(epochMs).toISOString();
