import type { Delivery } from '../../shared/contract/catalogue.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import { parseOfferId } from '../../shared/offer-id.ts';
import type { OrderReason, OrderState } from '../../shared/order-state.ts';
import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';
import type { OrderFacts } from './order-facts.ts';
import { LONGEST_WAIT_MS } from './rules.ts';

/** What an order was made from; never changes. */
export interface OrderOrigin {
  id: string;
  saleId: string;
  saleNumber: number;
  day: string;
  /** Which line of the sale, and which order of the sale, from 1. */
  line: number;
  position: number;
  replaces: string | null;
  offerId: OfferId;
  productName: string;
  offerName: string;
  delivery: Delivery;
  playerId: string | null;
  serverId: string | null;
  nickname: string | null;
  email: string | null;
  /** What the customer paid for it. */
  price: string;
  currency: string;
  createdAt: number;
}

export interface StoredOrder {
  origin: OrderOrigin;
  facts: OrderFacts;
  owed: boolean;
  replacedBy: string | null;
  updatedAt: number;
}

export interface OrderRow {
  id: string;
  sale_id: string;
  sale_number: number;
  day: string;
  line: number;
  position: number;
  replaces: string | null;
  offer_id: string;
  product_name: string;
  offer_name: string;
  delivery: Delivery;
  player_id: string | null;
  server_id: string | null;
  nickname: string | null;
  email: string | null;
  price: string;
  currency: string;
  agreed_cost: string;
  cost: string;
  cost_currency: string;
  quoted_at: number | null;
  quoted_cost: string | null;
  charged_cost: string | null;
  charged_currency: string | null;
  state: OrderState;
  reason: OrderReason | null;
  next_at: number | null;
  tries: number;
  attempts: number;
  last_sent_at: number | null;
  under_way_until: number | null;
  unanswered_since: number | null;
  acknowledged: 0 | 1;
  restored: 0 | 1;
  partner_order_id: string | null;
  message: string | null;
  has_key: 0 | 1;
  owed: 0 | 1;
  created_at: number;
  updated_at: number;
  replaced_by: string | null;
}

/**
 * Where SQLite plans by the value of a bare parameter, it compiles the statement anew at every run, fifty times the
 * cost of the look-up: in a LIMIT, and for an order within equal values. An expression keeps the plan.
 */
const LIMIT = 'LIMIT ? + 0';

export const SELECT_ORDER = `SELECT o.*, (SELECT r.id FROM orders r WHERE r.replaces = o.id) AS replaced_by FROM orders o`;

export function findOrder(db: Db, id: string): StoredOrder | undefined {
  const row = sql<[string], OrderRow>(db, `${SELECT_ORDER} WHERE o.id = ?`).get(id);
  return row && toStored(row);
}

export function ordersOfSale(db: Db, saleId: string): StoredOrder[] {
  return sql<[string], OrderRow>(db, `${SELECT_ORDER} WHERE o.sale_id = CAST(? AS TEXT) ORDER BY o.position`)
    .all(saleId)
    .map(toStored);
}

export function insertOrder(db: Db, origin: OrderOrigin, facts: OrderFacts): void {
  changeOne(
    sql(
      db,
      `INSERT INTO orders (id, sale_id, sale_number, day, line, position, replaces, offer_id, product_name, offer_name,
         delivery, player_id, server_id, nickname, email, price, currency, agreed_cost, cost, cost_currency, quoted_at,
         state, reason, next_at, created_at, updated_at, listed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    ),
    origin.id,
    origin.saleId,
    origin.saleNumber,
    origin.day,
    origin.line,
    origin.position,
    origin.replaces,
    String(origin.offerId),
    origin.productName,
    origin.offerName,
    origin.delivery,
    origin.playerId,
    origin.serverId,
    origin.nickname,
    origin.email,
    origin.price,
    origin.currency,
    facts.agreedCost,
    facts.cost,
    facts.costCurrency,
    facts.quotedAt,
    facts.state,
    facts.reason,
    facts.nextAt,
    origin.createdAt,
    origin.createdAt,
  );
}

export function writeFacts(db: Db, id: string, facts: OrderFacts, owed: boolean, now: number): void {
  changeOne(
    sql(
      db,
      `UPDATE orders SET agreed_cost = ?, cost = ?, cost_currency = ?, quoted_at = ?, quoted_cost = ?, charged_cost = ?,
         charged_currency = ?, state = ?, reason = ?, next_at = ?, tries = ?, attempts = ?, last_sent_at = ?, under_way_until = ?,
         unanswered_since = ?, acknowledged = ?, restored = ?, partner_order_id = ?, message = ?, has_key = ?, owed = ?, updated_at = ?
       WHERE id = ?`,
    ),
    facts.agreedCost,
    facts.cost,
    facts.costCurrency,
    facts.quotedAt,
    facts.quotedCost,
    facts.chargedCost,
    facts.chargedCurrency,
    facts.state,
    facts.reason,
    facts.nextAt,
    facts.tries,
    facts.attempts,
    facts.lastSentAt,
    facts.underWayUntil,
    facts.unansweredSince,
    facts.acknowledged ? 1 : 0,
    facts.restored ? 1 : 0,
    facts.partnerOrderId,
    facts.message,
    facts.hasKey ? 1 : 0,
    owed ? 1 : 0,
    now,
    id,
  );
}

/** The customer has the money back, or a replacement was ordered. */
export function clearOwed(db: Db, id: string, now: number): void {
  changeOne(sql(db, 'UPDATE orders SET owed = 0, updated_at = ? WHERE id = ? AND owed = 1'), now, id);
}

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

/** Whether this is what the partner calls another of our orders. */
export function isAnothersAtPartner(db: Db, id: string, partnerOrderId: string): boolean {
  const found = sql(db, 'SELECT 1 FROM orders WHERE partner_order_id = ? AND id <> ?').get(
    partnerOrderId,
    id,
  );
  return found !== undefined;
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

/** What was carried over row by row may not fit together: a key, a refund or a replacement may be here without its order's word for it. */
export function mendCarried(db: Db): void {
  db.exec(`
    UPDATE orders SET has_key = 0 WHERE has_key = 1 AND id NOT IN (SELECT order_id FROM keys);
    UPDATE orders SET owed = 0 WHERE owed = 1 AND (
      id IN (SELECT order_id FROM refunds) OR id IN (SELECT replaces FROM orders WHERE replaces IS NOT NULL));
  `);
}

/** What a restore concerns: all that is not final, what a customer is owed for, and what was delivered without its key. */
export function idsARestoreConcerns(db: Db): string[] {
  return sql<[], string>(
    db,
    `SELECT id FROM orders WHERE state IN ('queued', 'sending', 'processing', 'unknown', 'held') OR owed = 1
       OR (state = 'completed' AND delivery = 'key' AND has_key = 0)`,
  )
    .pluck()
    .all();
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

export function toStored(row: OrderRow): StoredOrder {
  const offerId = parseOfferId(row.offer_id);
  if (offerId === undefined) throw new Error(`order ${row.id} has the offer id ${row.offer_id}`);
  return {
    origin: {
      id: row.id,
      saleId: row.sale_id,
      saleNumber: row.sale_number,
      day: row.day,
      line: row.line,
      position: row.position,
      replaces: row.replaces,
      offerId,
      productName: row.product_name,
      offerName: row.offer_name,
      delivery: row.delivery,
      playerId: row.player_id,
      serverId: row.server_id,
      nickname: row.nickname,
      email: row.email,
      price: row.price,
      currency: row.currency,
      createdAt: row.created_at,
    },
    facts: {
      state: row.state,
      reason: row.reason,
      offerId,
      delivery: row.delivery,
      agreedCost: row.agreed_cost,
      cost: row.cost,
      costCurrency: row.cost_currency,
      quotedAt: row.quoted_at,
      quotedCost: row.quoted_cost,
      chargedCost: row.charged_cost,
      chargedCurrency: row.charged_currency,
      nextAt: row.next_at,
      tries: row.tries,
      attempts: row.attempts,
      lastSentAt: row.last_sent_at,
      underWayUntil: row.under_way_until,
      unansweredSince: row.unanswered_since,
      acknowledged: row.acknowledged === 1,
      restored: row.restored === 1,
      partnerOrderId: row.partner_order_id,
      message: row.message,
      hasKey: row.has_key === 1,
    },
    owed: row.owed === 1,
    replacedBy: row.replaced_by,
    updatedAt: row.updated_at,
  };
}
