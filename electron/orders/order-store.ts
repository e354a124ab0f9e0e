import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';
import type { OrderFacts } from './order-facts.ts';
import { type OrderOrigin, type OrderRow, type StoredOrder, toStored } from './order-row.ts';

export const SELECT_ORDER = `SELECT o.*, (SELECT r.id FROM orders r WHERE r.replaces = o.id) AS replaced_by FROM orders o`;

export function findOrder(db: Db, id: string): StoredOrder | undefined {
  const row = sql<[string], OrderRow>(db, `${SELECT_ORDER} WHERE o.id = ?`).get(id);
  return row && toStored(row);
}

export function saleNumberOf(db: Db, id: string): number | undefined {
  return sql<[string], number>(db, 'SELECT sale_number FROM orders WHERE id = ?').pluck().get(id);
}

export function ordersOfSale(db: Db, saleId: string): StoredOrder[] {
  return sql<[string], OrderRow>(db, `${SELECT_ORDER} WHERE o.sale_id = CAST(? AS TEXT) ORDER BY o.position`)
    .all(saleId)
    .map(toStored);
}

/** It is listed later: see the migration that says what that is. */
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

/** Whether this is what the partner calls another of our orders. */
export function isAnothersAtPartner(db: Db, id: string, partnerOrderId: string): boolean {
  const found = sql(db, 'SELECT 1 FROM orders WHERE partner_order_id = ? AND id <> ?').get(
    partnerOrderId,
    id,
  );
  return found !== undefined;
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
