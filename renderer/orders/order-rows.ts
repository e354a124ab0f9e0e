import type { Order } from '../../shared/contract/orders.ts';

export interface ListedOrders {
  orders: readonly Order[];
  /** More orders, older than the last one here, can be asked for. */
  nextCursor?: string | undefined;
}

/**
 * The list after orders have changed: rows change in place, leave when they no longer belong, and come in by age.
 * An order older than everything loaded comes with its page; one that is not in sight is never invented by a search.
 */
export function withChanged(
  list: ListedOrders,
  changed: readonly Order[],
  belongs: (order: Order) => boolean,
  mayComeIn: boolean,
): ListedOrders {
  const news = new Map(changed.map(order => [order.id, order]));
  const kept = list.orders.map(order => news.get(order.id) ?? order).filter(belongs);
  const here = new Set(list.orders.map(order => order.id));
  const arrived = changed.filter(order => !here.has(order.id) && mayComeIn && belongs(order));
  const loaded = arrived.filter(order => list.nextCursor === undefined || isNewerThanLast(order, list));
  return { ...list, orders: [...kept, ...loaded].sort(newestFirst) };
}

/** A page that was asked for, after what is there already; an order that came in meanwhile is not shown twice. */
export function withPage(list: ListedOrders, page: ListedOrders): ListedOrders {
  const here = new Set(list.orders.map(order => order.id));
  return {
    orders: [...list.orders, ...page.orders.filter(order => !here.has(order.id))],
    nextCursor: page.nextCursor,
  };
}

function isNewerThanLast(order: Order, { orders }: ListedOrders): boolean {
  const last = orders.at(-1);
  return last === undefined || newestFirst(order, last) < 0;
}

/** As the till lists them: orders of one sale are made in one moment, and a replacement has its place from another. */
function newestFirst(a: Order, b: Order): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return Number(b.saleNumber) - Number(a.saleNumber) || b.position - a.position;
}

/** The sales with several orders among these: each of their orders is then told apart by its place. */
export const salesOfSeveral = (orders: readonly Order[]): ReadonlySet<string> =>
  new Set(orders.filter(({ position }) => position > 1).map(({ saleId }) => saleId));
