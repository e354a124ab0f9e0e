import { appendAudit } from '../audit/audit.ts';
import type { Db } from '../store/open.ts';
import type { OrderEffect, OrderEvent, OrderFacts } from './order-facts.ts';

interface Record {
  at: number;
  staffId: string | null;
  /** The order's id. */
  subject: string;
}

/** What an event did to an order, for the audit: each change of state, each key stored, each contradiction. */
export function recordEvent(
  db: Db,
  record: Record,
  before: OrderFacts,
  after: OrderFacts,
  event: OrderEvent,
  effects: OrderEffect[],
): void {
  const append = (action: string, details: object): void =>
    appendAudit(db, { ...record, action, details: { ...details } });
  if (event.type === 'decided') append('order.decided', { decision: event.decision });
  if (event.type === 'restored') append('order.restored', { gap: event.gap });
  if (after.state !== before.state) {
    const { partnerOrderId, reason, attempts } = after;
    append(`order.${after.state}`, { from: before.state, reason, attempts, partnerOrderId });
  }
  for (const effect of effects) {
    if (effect.type === 'store_key') append('key.stored', {});
    if (effect.type === 'contradiction') {
      append('order.contradicted', { here: after.state, partnerSays: effect.says });
    }
  }
}
