import { asked } from './asked.ts';
import { created } from './created.ts';
import { decided } from './decided.ts';
import {
  ImpossibleEvent,
  type OrderContext,
  type OrderEvent,
  type OrderFacts,
  stay,
  type Transition,
} from './order-facts.ts';
import { quoted } from './quoted.ts';
import { restored } from './restored.ts';
import { hold, isExpired, STRAGGLER_MS, UNDER_WAY_MS } from './rules.ts';

/** The life of an order: pure, and decided for every (state, event) pair. Everything else only carries it out. */
export function transition(facts: OrderFacts, event: OrderEvent, context: OrderContext): Transition {
  switch (event.type) {
    case 'claimed':
      return claimed(facts, context);
    case 'created':
      return created(facts, event.result, context);
    case 'asked':
      return asked(facts, event.result, context);
    case 'quoted':
      return quoted(facts, event.result, context);
    case 'restarted':
      return restarted(facts, context);
    case 'restored':
      return restored(facts, event.gap, context);
    case 'woken':
      return woken(facts, context);
    case 'decided':
      return decided(facts, event.decision, context);
  }
}

function claimed(facts: OrderFacts, { now }: OrderContext): Transition {
  if (facts.state !== 'queued') throw new ImpossibleEvent(`a ${facts.state} order is not sent`);
  if (isExpired(facts, now)) return stay(hold(facts, 'expired'));
  return stay({
    ...facts,
    state: 'sending',
    reason: null,
    nextAt: null,
    attempts: facts.attempts + 1,
    lastSentAt: now,
    underWayUntil: now + UNDER_WAY_MS,
    unansweredSince: facts.unansweredSince ?? now,
  });
}

/** The clock may have been set while nothing ran: what was sent gets its time to arrive from now on. */
function restarted(facts: OrderFacts, { now }: OrderContext): Transition {
  if (facts.state !== 'sending') return stay(facts);
  const underWayUntil = now + STRAGGLER_MS;
  return stay({ ...facts, state: 'unknown', reason: 'no_answer', nextAt: now, tries: 0, underWayUntil });
}

/** Tried at once; should that be fruitless too, it waits longer than the last time. */
function woken(facts: OrderFacts, { now }: OrderContext): Transition {
  if (facts.nextAt === null || facts.state === 'completed') return stay(facts);
  return stay({ ...facts, nextAt: Math.min(facts.nextAt, now) });
}
