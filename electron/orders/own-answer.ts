import { TEST_OFFER_ID } from '../../shared/offer-id.ts';
import type { PartnerOrder } from '../partner/partner.ts';
import type { Db } from '../store/open.ts';
import type { OrderEvent } from './order-facts.ts';
import type { StoredOrder } from './order-row.ts';
import { isAnothersAtPartner } from './order-store.ts';

/** Asked this often, an answer that names another order is a person's to look into. */
const MIXED_UP_TRIES = 5;

/**
 * An answer that names the partner's order of another of ours may have been mixed up on its way, and its key be another
 * customer's. It counts as lost, and order-status is asked again, by our own id. Where that keeps naming the other one, it is
 * taken without the key for what cannot be laid at this order's door. The test offer's orders may all have one number.
 */
export function ownAnswer(db: Db, { origin, facts }: StoredOrder, event: OrderEvent): OrderEvent {
  if ((event.type !== 'created' && event.type !== 'asked') || event.result.kind !== 'ok') return event;
  const answer = event.result.value;
  if (!isAnothersAtPartner(db, origin.id, answer.partnerOrderId)) return event;
  if (event.type === 'asked' && origin.offerId === TEST_OFFER_ID) return event;
  if (event.type === 'created' || facts.tries < MIXED_UP_TRIES)
    return { type: event.type, result: { kind: 'lost', cause: 'not_understood' } };
  return { type: 'asked', result: { kind: 'ok', value: nobodys(answer) } };
}

function nobodys({ key: _, ...answer }: PartnerOrder): PartnerOrder {
  return { ...answer, unusable: 'identity' };
}
