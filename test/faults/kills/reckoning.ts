import type { BookedOrder } from '../../../electron/sandbox/orders/order.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import type { Sale } from '../../../shared/contract/sales.ts';
import { add, compare, sum } from '../../../shared/money.ts';
import type { TillProgram } from '../../support/served-till.ts';
import type { Attempt } from './counter.ts';

export interface Books {
  sales: Sale[];
  orders: Order[];
  keys: Map<string, string>;
  audit: { ok: boolean; entries: number };
}

/** Everything the till has stored, as it tells it itself. */
export async function readBooks(program: TillProgram): Promise<Books> {
  const salePages = await allPages(asked => program.call('sales.list', asked));
  const sales = salePages.flatMap(page => page.sales);
  const orderPages = await allPages(asked => program.call('orders.list', asked));
  const orders = orderPages.flatMap(page => page.orders);
  const keys = new Map<string, string>();
  for (const { id, hasKey } of orders) {
    if (hasKey) keys.set(id, (await program.call('orders.revealKey', { orderId: id })).key);
  }
  return { sales, orders, keys, audit: await program.call('audit.verify', {}) };
}

async function allPages<P extends { nextCursor?: string | undefined }>(
  read: (asked: { limit: number; cursor?: string }) => Promise<P>,
): Promise<P[]> {
  const pages = [await read({ limit: 500 })];
  for (let cursor = pages[0]?.nextCursor; cursor !== undefined; cursor = pages.at(-1)?.nextCursor)
    pages.push(await read({ limit: 500, cursor }));
  return pages;
}

/** What does not agree between what customers were told, what the till has stored and what the partner has booked. */
export function disagreements(
  books: Books,
  attempts: readonly Attempt[],
  ledger: readonly BookedOrder[],
): string[] {
  return [
    ...aboutSales(books, attempts),
    ...aboutOrders(books, ledger),
    ...aboutMoney(books),
    ...(books.audit.ok ? [] : ['the audit is broken']),
  ];
}

function aboutSales({ sales, orders }: Books, attempts: readonly Attempt[]): string[] {
  const wrong: string[] = [];
  const tried = new Map(attempts.map(attempt => [attempt.input.attemptId, attempt]));
  const stored = Map.groupBy(sales, sale => sale.attemptId);
  for (const [attemptId, { acknowledged, isRefused }] of tried) {
    const found = stored.get(attemptId) ?? [];
    if (found.length > 1) wrong.push(`attempt ${attemptId} is stored ${found.length} times`);
    if (isRefused && found.length > 0) wrong.push(`attempt ${attemptId} was refused, and is stored`);
    if (acknowledged && found[0]?.id !== acknowledged.saleId)
      wrong.push(`the acknowledged sale ${acknowledged.saleId} is not stored`);
  }
  const ofSale = Map.groupBy(orders, order => order.saleId);
  for (const { id, attemptId, lines } of sales) {
    if (!tried.has(attemptId)) wrong.push(`nobody has asked for sale ${id}`);
    const wanted = lines.reduce((sum, line) => sum + line.quantity, 0);
    const made = (ofSale.get(id) ?? []).filter(order => order.replaces === undefined).length;
    if (made !== wanted) wrong.push(`sale ${id} of ${wanted} pieces has ${made} orders`);
  }
  return wrong;
}

function aboutOrders({ orders, keys }: Books, ledger: readonly BookedOrder[]): string[] {
  const wrong: string[] = [];
  const ours = new Map(orders.map(order => [order.id, order]));
  const booked = Map.groupBy(ledger, order => order.transactionId);
  for (const [id, bookings] of booked) {
    const [booking] = bookings;
    const order = ours.get(id);
    if (bookings.length > 1) wrong.push(`order ${id} was bought ${bookings.length} times`);
    if (!order) wrong.push(`order ${id} was bought, and the till does not know it`);
    else if (booking?.status === 'COMPLETED' && order.state !== 'completed')
      wrong.push(`order ${id} was delivered, and is ${order.state} here`);
    else if (booking?.status === 'COMPLETED' && keys.get(id) !== booking.key)
      wrong.push(`order ${id} has not the key that was sold`);
  }
  for (const { id, state } of orders) {
    if (state === 'completed' && booked.get(id)?.[0]?.status !== 'COMPLETED')
      wrong.push(`order ${id} is completed here, and was not delivered`);
  }
  return wrong;
}

/** Everything is settled: money taken is delivered or given back, to the last coin. */
function aboutMoney({ sales, orders }: Books): string[] {
  const taken = sum(sales.map(sale => sale.total));
  const delivered = sum(orders.filter(({ state }) => state === 'completed').map(({ price }) => price));
  const givenBack = sum(orders.flatMap(({ refund }) => (refund ? [refund.amount] : [])));
  const isWhole = compare(taken, add(delivered, givenBack)) === 0;
  return isWhole ? [] : [`${taken} was taken, ${delivered} delivered and ${givenBack} given back`];
}
