import type { Delivery } from '../../shared/contract/catalogue.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import { parseOfferId } from '../../shared/offer-id.ts';
import type { OrderReason, OrderState } from '../../shared/order-state.ts';
import type { OrderFacts } from './order-facts.ts';

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
