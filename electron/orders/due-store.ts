import type { OrderReason } from '../../shared/order-state.ts';
import type { Db } from '../store/open.ts';
import { LIMIT, sql } from '../store/sql.ts';
import { type OrderRow, type StoredOrder, toStored } from './order-row.ts';
import { SELECT_ORDER } from './order-store.ts';
import { LONGEST_WAIT_MS } from './rules.ts';

/** In the order in which they are due. */
const withTime = (condition: string): string =>
  `${SELECT_ORDER} JOIN (
     SELECT next_at, place FROM orders_with_time WHERE ${condition} ORDER BY next_at, place ${LIMIT}
   ) due ON due.place = o.rowid ORDER BY due.next_at, due.place`;

/**
 * Orders the queue may act on now, those waiting longest first. One that is to wait for longer than any order does
 * was put off by a wall clock that has been set back since: it is due as well, after the others.
 */
export function dueOrders(db: Db, now: number, limit: number): StoredOrder[] {
  const inTime = sql<[number, number], OrderRow>(db, withTime('next_at <= ?')).all(now, limit);
  const putOff = sql<[number, number], OrderRow>(db, withTime('next_at > ?')).all(
    now + LONGEST_WAIT_MS,
    limit - inTime.length,
  );
  return [...inTime, ...putOff].map(toStored);
}

/** When the next order after `now` becomes due. */
export function nextDueAt(db: Db, now: number): number | undefined {
  const at = sql<[number], number | null>(
    db,
    'SELECT next_at FROM orders_with_time WHERE next_at > ? ORDER BY next_at LIMIT 1',
  )
    .pluck()
    .get(now);
  return at ?? undefined;
}

/** Their requests may be under way: at most as many as the queue works on at once. */
export function idsBeingSent(db: Db): string[] {
  return sql<[], string>(db, `SELECT id FROM orders WHERE state = 'sending'`).pluck().all();
}

export function idsWaitingFor(db: Db, reason: OrderReason): string[] {
  return sql<[string], string>(
    db,
    `SELECT id FROM orders WHERE reason = ? AND next_at IS NOT NULL AND state IN ('queued', 'processing', 'unknown')`,
  )
    .pluck()
    .all(reason);
}
