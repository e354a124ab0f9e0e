import type { PartnerOrder } from '../partner/partner.ts';
import type { OrderEffect, OrderFacts, Transition } from './order-facts.ts';
import { end } from './rules.ts';

/** News of an order that is final here: only completed → refunded is obeyed; a key we lack is always kept. */
export function settled(facts: OrderFacts, answer: PartnerOrder): Transition {
  const effects: OrderEffect[] = [];
  if (answer.key !== undefined && !facts.hasKey) effects.push({ type: 'store_key', key: answer.key });
  const known = { ...facts, nextAt: null, tries: 0, hasKey: facts.hasKey || answer.key !== undefined };
  if (facts.state === 'completed' && answer.status === 'REFUND') {
    return { facts: end(known, 'refunded'), effects: [...effects, { type: 'refresh_balance' }] };
  }
  if (!agrees(facts, answer)) effects.push({ type: 'contradiction', says: answer.status });
  return { facts: known, effects };
}

function agrees(facts: OrderFacts, answer: PartnerOrder): boolean {
  switch (facts.state) {
    case 'completed':
      return answer.status === 'COMPLETED';
    case 'canceled':
      return answer.status === 'CANCELED' || answer.status === 'REFUND';
    case 'refunded':
      return answer.status === 'REFUND' || answer.status === 'CANCELED';
    default:
      return true;
  }
}
