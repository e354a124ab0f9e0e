import type { StaffMember } from '../../../shared/contract/common.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import type { Sale } from '../../../shared/contract/sales.ts';
import type { Settings } from '../../../shared/contract/terminal.ts';
import { isFinal } from '../../../shared/order-state.ts';
import { FakeTill, ok, refused } from '../../support/fake-till.ts';
import { aBalance, aida, aStatus } from '../../support/fixtures.ts';
import { SETTINGS } from '../manager/manager-till.ts';

export interface OrdersTillOptions {
  staff?: StaffMember;
  payment?: Sale['payment'];
  /** Orders in one page. */
  page?: number;
  rates?: Settings['rates'];
}

/** A fake till that has these orders, newest first, and answers everything the screen only looks at. */
export function ordersTill(
  orders: readonly Order[],
  saleOf: (orders: readonly Order[]) => Sale,
  { staff = aida, payment, page = 50, rates = SETTINGS.rates }: OrdersTillOptions = {},
): FakeTill {
  const find = (orderId: string) => orders.find(order => order.id === orderId);
  return new FakeTill()
    .answer('terminal.status', () => ok(aStatus({ session: { staff } })))
    .answer('balance.get', () => ok(aBalance()))
    .answer('settings.get', () =>
      ok({ settings: { ...SETTINGS, rates }, secretsSet: { token: true, managementToken: false } }),
    )
    .answer('orders.list', ({ state, query = '', cursor = '0' }) => {
      const from = Number(cursor);
      const fitting = orders.filter(order => isShown(order, state) && fits(order, query));
      const more = fitting.length > from + page;
      return ok({
        orders: fitting.slice(from, from + page),
        ...(more ? { nextCursor: String(from + page) } : {}),
      });
    })
    .answer('orders.get', ({ orderId }) => {
      const order = find(orderId);
      if (!order) return refused('not_found');
      const at = order.createdAt;
      const history = [
        { at, action: 'order.queued', staffName: 'Timur', text: '' },
        { at, action: 'order.sending', text: 'from: queued, attempts: 1' },
        {
          at: order.updatedAt,
          action: `order.${order.state}`,
          text: order.reason ? `from: sending, reason: ${order.reason}` : 'from: sending',
        },
      ];
      return ok({ order, history });
    })
    .answer('sales.get', ({ saleId }) => {
      const ofSale = orders.filter(order => order.saleId === saleId);
      return ok({ sale: { ...saleOf(ofSale), ...(payment ? { payment } : {}) }, orders: ofSale });
    });
}

function isShown(order: Order, state: string | undefined): boolean {
  if (state === undefined) return true;
  if (state === 'open') return !isFinal(order.state);
  if (state === 'attention') return order.next === 'decide' || order.next === 'refund_customer';
  if (state === 'ended') return order.state === 'canceled' || order.state === 'refunded';
  return order.state === state;
}

function fits({ saleNumber, id, productName }: Order, query: string): boolean {
  return query === '' || [saleNumber, id].includes(query) || productName.includes(query);
}
