import type { Delivery } from '../../shared/contract/catalogue.ts';
import type { Decimal } from '../../shared/money.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { OrderFacts } from './order-facts.ts';

interface Agreed {
  offerId: OfferId;
  delivery: Delivery;
  cost: Decimal;
  costCurrency: string;
}

/** An order as it is charged: nothing has been sent, and it is due at once. */
export function freshFacts(order: Agreed, now: number): OrderFacts {
  return {
    state: 'queued',
    reason: null,
    offerId: order.offerId,
    delivery: order.delivery,
    agreedCost: order.cost,
    cost: order.cost,
    costCurrency: order.costCurrency,
    // A Stars price floats: it is always read again just before ordering.
    quotedAt: order.delivery === 'stars' ? null : now,
    quotedCost: null,
    chargedCost: null,
    chargedCurrency: null,
    nextAt: now,
    tries: 0,
    attempts: 0,
    lastSentAt: null,
    underWayUntil: null,
    unansweredSince: null,
    acknowledged: false,
    restored: false,
    partnerOrderId: null,
    message: null,
    hasKey: false,
  };
}
