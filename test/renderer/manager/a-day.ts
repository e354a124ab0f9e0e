import type { DayReport } from '../../../shared/contract/records.ts';
import { sum } from '../../../shared/money.ts';
import { aHeldOrder, anOrder } from '../orders/an-order.ts';

const GROSS_BY_HOUR: readonly [number, string, number][] = [
  [9, '41200.00', 4],
  [10, '88450.00', 7],
  [11, '63900.00', 6],
  [13, '127300.00', 11],
  [14, '152080.00', 13],
  [15, '70125.00', 6],
  [16, '33250.00', 3],
];

/** A Sunday in Almaty that is still running. */
export function aDay(change: Partial<DayReport> = {}): DayReport {
  const gross = sum(GROSS_BY_HOUR.map(([, amount]) => amount));
  return {
    day: '2026-03-29',
    from: '2026-03-28T23:00:00.000Z',
    to: '2026-03-29T23:00:00.000Z',
    timeZone: 'Asia/Almaty',
    currency: 'KZT',
    totals: {
      sales: 50,
      orders: 61,
      gross,
      refunds: '11335.00',
      net: '564970.00',
      delivered: '496845.00',
      waiting: '67030.00',
      toRefund: '1095.00',
      refunded: '11335.00',
    },
    byProduct: [
      { productName: 'Steam', orders: 19, gross: '214760.00' },
      { productName: 'PlayStation Store', orders: 6, gross: '138300.00' },
      { productName: 'PUBG Mobile', orders: 14, gross: '88215.00' },
      { productName: 'Xbox', orders: 4, gross: '61960.00' },
      { productName: 'Telegram Stars', orders: 9, gross: '39870.00' },
      { productName: 'Roblox', orders: 5, gross: '24975.00' },
      { productName: 'Mobile Legends', orders: 3, gross: '6950.00' },
      { productName: 'Valorant', orders: 1, gross: '1275.00' },
    ],
    byStaff: [
      { staffId: 'staff-timur', name: 'Timur', sales: 38, orders: 46, gross: '431200.00' },
      { staffId: 'staff-aida', name: 'Aida', sales: 12, orders: 15, gross: '145105.00' },
    ],
    byState: [
      { state: 'completed', orders: 56, gross: '496845.00' },
      { state: 'queued', orders: 2, gross: '61955.00' },
      { state: 'held', orders: 1, gross: '5075.00' },
      { state: 'canceled', orders: 2, gross: '12430.00' },
    ],
    byHour: GROSS_BY_HOUR.map(([hour, amount, sales]) => ({
      hour: `${String(hour).padStart(2, '0')}:00`,
      from: new Date(Date.UTC(2026, 2, 29, hour - 5)).toISOString(),
      sales,
      orders: sales + 1,
      gross: amount,
    })),
    byPayment: [
      { method: 'cash', sales: 31, gross: '302655.00', refunds: '11335.00', net: '291320.00' },
      { method: 'card', sales: 19, gross: '273650.00', refunds: '0.00', net: '273650.00' },
    ],
    costs: [
      { currency: 'RUB', orders: 11, amount: '9420' },
      { currency: 'USD', orders: 45, amount: '812.4731' },
    ],
    numbersLeftOut: [],
    open: [
      anOrder({
        saleNumber: '1060',
        state: 'queued',
        reason: 'insufficient_balance',
        next: 'automatic',
        decisions: ['cancel'],
        hasKey: false,
        productName: 'PlayStation Store',
        offerName: 'Gift card, 100 USD, United States',
        price: '52300.00',
      }),
      aHeldOrder({ saleNumber: '1059' }),
    ],
    ...change,
  };
}
