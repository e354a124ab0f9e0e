import type { Db } from '../store/open.ts';
import type { OrderEvent } from './order-facts.ts';
import { isAnothersAtPartner } from './order-store.ts';

/**
 * An answer to create-order that names the partner's order of another of ours may have been mixed up on its way, and
 * its key be another customer's. It counts as lost: order-status is asked by our own id, and that is believed.
 */
export function ownAnswer(db: Db, id: string, event: OrderEvent): OrderEvent {
  if (event.type !== 'created' || event.result.kind !== 'ok') return event;
  if (!isAnothersAtPartner(db, id, event.result.value.partnerOrderId)) return event;
  return { type: 'created', result: { kind: 'lost', cause: 'not_understood' } };
}
