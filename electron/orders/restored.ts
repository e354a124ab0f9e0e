import { type OrderContext, type OrderFacts, stay, type Transition } from './order-facts.ts';
import { STRAGGLER_MS, withoutDoubtfulKey } from './rules.ts';

/**
 * The order is as it was when a backup was made, or as what was left of the data after it says. Before anything is sent
 * the partner is asked about it, by our id. With a `gap` it may have been sent, decided, given back or bought anew since:
 * then it is marked, and only a person sends it again.
 */
export function restored(facts: OrderFacts, gap: boolean, { now }: OrderContext): Transition {
  switch (facts.state) {
    case 'queued':
    case 'sending':
    case 'unknown':
      return stay(asked(facts, gap, now));
    case 'held':
      // Without a gap nobody has decided about it yet.
      return stay(gap ? asked(facts, gap, now) : facts);
    case 'processing':
      return stay({ ...facts, nextAt: now, tries: 0, restored: facts.restored || gap });
    case 'completed':
      return stay(facts.delivery === 'key' && !facts.hasKey ? { ...facts, nextAt: now, tries: 0 } : facts);
    case 'canceled':
    case 'refunded':
      return stay({ ...facts, restored: facts.restored || gap });
  }
}

function asked(facts: OrderFacts, gap: boolean, now: number): OrderFacts {
  const mayHaveLeft = gap || facts.state === 'sending';
  return {
    ...withoutDoubtfulKey(facts),
    state: 'unknown',
    reason: null,
    nextAt: now,
    tries: 0,
    underWayUntil: now + STRAGGLER_MS,
    unansweredSince: facts.unansweredSince ?? (mayHaveLeft && !facts.acknowledged ? now : null),
    restored: facts.restored || gap,
  };
}
