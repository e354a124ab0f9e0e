import type { OrderFilter } from '../../shared/contract/orders.ts';
import { saleNumberIn } from '../../shared/sale-code.ts';
import type { Db } from '../store/open.ts';
import { LIMIT, sql } from '../store/sql.ts';
import { type OrderRow, type StoredOrder, toStored } from './order-row.ts';
import { SELECT_ORDER } from './order-store.ts';

export interface OrderQuery {
  state?: OrderFilter | undefined;
  saleId?: string | undefined;
  day?: string | undefined;
  query?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first; one more page follows where `nextCursor` is given. */
export function listOrders(db: Db, query: OrderQuery): { orders: StoredOrder[]; nextCursor?: string } {
  const { where, parameters } = conditions(query);
  const rows = sql<unknown[], OrderRow>(
    db,
    `${SELECT_ORDER} ${where.length ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY o.rowid DESC ${LIMIT}`,
  ).all(...parameters, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const more = rows.length > page.length && last;
  return { orders: page.map(toStored), ...(more ? { nextCursor: last.id } : {}) };
}

function conditions(query: OrderQuery): { where: string[]; parameters: unknown[] } {
  const where: string[] = [];
  const parameters: unknown[] = [];
  const add = (condition: string, ...values: unknown[]): void => {
    where.push(condition);
    parameters.push(...values);
  };
  if (query.state) addState(query.state, add);
  if (query.saleId !== undefined) add('o.sale_id = ?', query.saleId);
  if (query.day !== undefined) add('o.sale_id IN (SELECT id FROM sales WHERE day = ?)', query.day);
  if (query.query?.trim()) addText(query.query.trim(), add);
  if (query.cursor !== undefined) add('o.rowid < (SELECT rowid FROM orders WHERE id = ?)', query.cursor);
  return { where, parameters };
}

type Add = (condition: string, ...values: unknown[]) => void;

/** Few among many that are done: found by what they wait for, not by looking through all. */
const MAY_BE_OPEN = `o.rowid IN (SELECT place FROM orders_with_time
  UNION ALL SELECT rowid FROM orders WHERE state = 'sending' UNION ALL SELECT rowid FROM orders WHERE state = 'held')`;

function addState(state: OrderFilter, add: Add): void {
  if (state === 'attention') add(`(o.state = 'held' OR o.owed = 1)`);
  else if (state === 'ended') add(`o.state IN ('canceled', 'refunded')`);
  else if (state === 'completed' || state === 'canceled' || state === 'refunded') add('o.state = ?', state);
  else {
    add(MAY_BE_OPEN);
    if (state === 'open') add(`o.state IN ('queued', 'sending', 'processing', 'unknown', 'held')`);
    else add('o.state = ?', state);
  }
}

function addText(text: string, add: Add): void {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  add(
    `(CAST(o.sale_number AS TEXT) = ? OR o.id = ? OR o.sale_id = ? OR o.partner_order_id = ? OR o.player_id = ?
      OR o.product_name LIKE ? ESCAPE '\\' OR o.offer_name LIKE ? ESCAPE '\\')`,
    saleNumberIn(text),
    text,
    text,
    text,
    text,
    like,
    like,
  );
}
