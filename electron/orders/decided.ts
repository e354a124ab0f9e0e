import { TillError } from '../../shared/errors.ts';
import type { Decision } from '../../shared/order-state.ts';
import { type OrderContext, type OrderFacts, stay, type Transition } from './order-facts.ts';
import { withoutDoubtfulKey } from './rules.ts';

/** What a person may decide about an order as it stands. */
export function decisionsFor(facts: OrderFacts): Decision[] {
  switch (facts.state) {
    case 'queued':
      return facts.unansweredSince === null ? ['cancel'] : [];
    case 'sending':
      return [];
    case 'unknown':
    case 'processing':
    case 'completed':
      return ['check'];
    case 'held':
      return decisionsForHeld(facts);
    case 'canceled':
    case 'refunded':
      return facts.reason === 'by_partner' ? ['reorder'] : [];
  }
}

function decisionsForHeld(facts: OrderFacts): Decision[] {
  switch (facts.reason) {
    case 'price_changed':
    case 'offer_gone':
    case 'refused':
      return facts.unansweredSince === null ? ['retry', 'cancel'] : ['check', 'retry', 'cancel'];
    case 'expired':
    case 'restored':
      return ['check', 'retry', 'cancel'];
    default:
      return ['check', 'cancel'];
  }
}

/** Carries out a person's decision; one that does not fit is refused, and nothing changes. */
export function decided(facts: OrderFacts, decision: Decision, { now }: OrderContext): Transition {
  if (!decisionsFor(facts).includes(decision)) {
    throw new TillError('decision_not_possible', `${decision} does not fit a ${facts.state} order`, {
      decision,
      state: facts.state,
    });
  }
  switch (decision) {
    case 'retry':
      return stay(retry(facts, now));
    case 'check':
      return stay(check(facts, now));
    case 'cancel':
      return stay({ ...facts, state: 'canceled', reason: 'by_person', nextAt: null, tries: 0 });
    case 'reorder':
      return { facts, effects: [{ type: 'reorder' }] };
  }
}

/** Again with the same id; a price that was held, a request that was never answered, or a gap after a backup, is agreed to by this decision. */
function retry(facts: OrderFacts, now: number): OrderFacts {
  const agreed = facts.quotedCost ?? facts.agreedCost;
  const repriced = facts.quotedCost !== null;
  return {
    ...facts,
    state: 'queued',
    reason: null,
    nextAt: now,
    tries: 0,
    agreedCost: agreed,
    cost: repriced ? agreed : facts.cost,
    quotedAt: null,
    quotedCost: null,
    unansweredSince: null,
    restored: false,
  };
}

function check(facts: OrderFacts, now: number): OrderFacts {
  const state = facts.state === 'held' ? 'unknown' : facts.state;
  const reason = facts.state === 'held' ? null : facts.reason;
  return { ...withoutDoubtfulKey(facts), state, reason, nextAt: now, tries: 0 };
}
