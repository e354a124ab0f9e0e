import type { HeldReason, WaitingReason } from '../../shared/order-state.ts';
import { ASK, type Backoff, POLL, RETRY, wait } from './backoff.ts';
import type { OrderContext, OrderFacts } from './order-facts.ts';

/** A request waits at most 30 s for its turn and takes at most 30 s; the rest is for the network between. */
export const UNDER_WAY_MS = 90_000;
/** After our end of the call is over, what was sent may still arrive for this long. */
export const STRAGGLER_MS = 30_000;
/** How long the partner remembers a transactionId is not documented: older ones are a person's decision. */
export const EXPIRES_AFTER_MS = 24 * 60 * 60 * 1000;
/** Nothing is put off for longer than the longest Retry-After that is honoured. */
export const LONGEST_WAIT_MS = 15 * 60_000;
/** A Stars price floats: it is read again when older than this. */
const STARS_QUOTE_MS = 30_000;

/** Whether the partner's price must be read before this order may be sent. */
export function needsQuote(facts: OrderFacts, now: number): boolean {
  if (facts.quotedAt === null) return true;
  return facts.delivery === 'stars' && Math.abs(now - facts.quotedAt) > STARS_QUOTE_MS;
}

/** It goes back in line, to be sent again with the same id. */
export function backInLine(
  facts: OrderFacts,
  context: OrderContext,
  reason: WaitingReason | null,
  delayMs = wait(pace(facts), facts.tries, context.jitter),
): OrderFacts {
  return {
    ...facts,
    state: 'queued',
    reason,
    nextAt: context.now + delayMs,
    tries: facts.tries + 1,
  };
}

/** Nothing was bought, and the partner said so: the last request is accounted for; an earlier one that never was answered stays open. */
export function answered(facts: OrderFacts): OrderFacts {
  return facts.unansweredSince === facts.lastSentAt ? { ...facts, unansweredSince: null } : facts;
}

/** A request that may have been booked went unanswered for so long that what happens next is a person's to decide. */
export function isExpired({ unansweredSince }: OrderFacts, now: number): boolean {
  return unansweredSince !== null && now - unansweredSince > EXPIRES_AFTER_MS;
}

/** As long as the partner asks for, and never sooner than the till would try by itself. */
export function atLeast(
  retryAfterMs: number | undefined,
  facts: OrderFacts,
  { jitter }: OrderContext,
): number {
  return Math.max(retryAfterMs ?? 0, wait(pace(facts), facts.tries, jitter));
}

/** A person has to decide. */
export function hold(facts: OrderFacts, reason: HeldReason, message?: string): OrderFacts {
  return { ...facts, state: 'held', reason, nextAt: null, tries: 0, message: message ?? facts.message };
}

/** A key that came with an answer that did not fit is for a manager's eyes: the order's own may still come. */
export function withoutDoubtfulKey(facts: OrderFacts): OrderFacts {
  return facts.state === 'held' && facts.reason === 'mismatch' ? { ...facts, hasKey: false } : facts;
}

/** Stays as it is and is asked about again later. */
export function askAgain(
  facts: OrderFacts,
  context: OrderContext,
  reason: WaitingReason | null,
  delayMs = wait(pace(facts), facts.tries, context.jitter),
): OrderFacts {
  return { ...facts, reason, nextAt: context.now + delayMs, tries: facts.tries + 1 };
}

function pace({ state }: OrderFacts): Backoff {
  if (state === 'queued' || state === 'sending') return RETRY;
  return state === 'processing' ? POLL : ASK;
}

/** Ended by the partner, for good. */
export function end(facts: OrderFacts, state: 'canceled' | 'refunded'): OrderFacts {
  return { ...facts, state, reason: 'by_partner', nextAt: null, tries: 0, unansweredSince: null };
}
