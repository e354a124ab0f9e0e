import type { PartnerCode, PartnerOrder, PartnerResult } from '../partner/partner.ts';
import { RETRY, wait } from './backoff.ts';
import { keepPolling, learn } from './learn.ts';
import { news } from './news.ts';
import { type OrderContext, type OrderFacts, stay, type Transition } from './order-facts.ts';
import { askAgain, atLeast, end, hold, isExpired, UNDER_WAY_MS } from './rules.ts';
import { settled } from './settled.ts';

/** Not found this often, an order the partner once acknowledged is a person's to decide. */
const MISSES = 8;

/** What order-status says, for an order whose outcome is open, or for a second look at a final one. */
export function asked(
  facts: OrderFacts,
  result: PartnerResult<PartnerOrder>,
  context: OrderContext,
): Transition {
  switch (facts.state) {
    case 'unknown':
    case 'processing':
      return askedOpen(facts, result, context);
    case 'completed':
      return askedFinal(facts, result, context);
    case 'queued':
    case 'sending':
    case 'held':
    case 'canceled':
    case 'refunded':
      return news(facts, result, context);
  }
}

function askedOpen(
  facts: OrderFacts,
  result: PartnerResult<PartnerOrder>,
  context: OrderContext,
): Transition {
  const outcome = learned(facts, result, context);
  // No answer that means anything for a day: the customer is not kept waiting on it any longer.
  const isOpen = outcome.facts.state === 'unknown';
  return isOpen && isExpired(outcome.facts, context.now) ? stay(hold(outcome.facts, 'expired')) : outcome;
}

function learned(facts: OrderFacts, result: PartnerResult<PartnerOrder>, context: OrderContext): Transition {
  switch (result.kind) {
    case 'ok':
      return learn(facts, result.value, context);
    case 'refused':
      return refused(facts, result, context);
    case 'rate_limited':
      return stay(askAgain(facts, context, 'rate_limited', atLeast(result.retryAfterMs, facts, context)));
    case 'unsent':
      return stay(askAgain(facts, context, 'partner_down'));
    case 'no_token':
      return stay(askAgain(facts, context, 'token_rejected', 0));
    case 'no_such_call':
      return stay(askAgain(facts, context, 'not_understood'));
    case 'lost': {
      const broken = result.cause === 'too_large' || result.cause === 'not_understood';
      return stay(askAgain(facts, context, broken ? 'not_understood' : 'partner_down'));
    }
  }
}

function refused(
  facts: OrderFacts,
  result: { code: PartnerCode; retryAfterMs?: number },
  context: OrderContext,
): Transition {
  switch (result.code) {
    case 'ORDER_NOT_FOUND':
      return stay(notFound(facts, context));
    case 'ORDER_NOT_PROCESSING':
    case 'ORDER_NOT_COMPLETED':
      return stay(keepPolling(facts, context));
    case 'ORDER_ALREADY_CANCELED':
      return { facts: end(facts, 'canceled'), effects: [{ type: 'refresh_balance' }] };
    case 'ORDER_ALREADY_REFUNDED':
      return { facts: end(facts, 'refunded'), effects: [{ type: 'refresh_balance' }] };
    case 'INVALID_TOKEN':
      return stay(askAgain(facts, context, 'token_rejected', 0));
    case 'SERVICE_UNAVAILABLE':
    case 'BALANCE_UNAVAILABLE':
      return stay(askAgain(facts, context, 'partner_down', atLeast(result.retryAfterMs, facts, context)));
    case 'TRANSACTION_DUPLICATE':
    case 'WRONG_PRICE':
    case 'OFFER_NOT_FOUND':
    case 'INSUFFICIENT_BALANCE':
    case 'INVALID_REQUEST_BODY':
      return stay(askAgain(facts, context, 'not_understood'));
  }
}

/**
 * It never arrived, once no request of ours can still be under way: then it goes again, with the same id. One from a
 * backup does not: its customer may have been served otherwise since, or have the money back.
 * A clock that was set back makes the wait begin anew; one that was set forward does not end it early.
 */
function notFound(facts: OrderFacts, context: OrderContext): OrderFacts {
  const { now } = context;
  if (facts.acknowledged) return missing(facts, context);
  const byWallClock = Math.min((facts.underWayUntil ?? now) - now, UNDER_WAY_MS);
  const left = Math.max(byWallClock, context.underWayMs);
  if (left > 0) return { ...facts, underWayUntil: now + left, reason: 'no_answer', nextAt: now + left };
  if (facts.restored) return hold(facts, 'restored');
  if (isExpired(facts, now)) return hold(facts, 'expired');
  const at = nextSending(facts, context);
  return { ...facts, state: 'queued', reason: at > now ? 'partner_down' : null, nextAt: at, tries: 0 };
}

/** The first time at once; the more often it was sent in vain, the longer until it is sent again. */
function nextSending({ attempts, lastSentAt }: OrderFacts, { now, jitter }: OrderContext): number {
  if (attempts < 2 || lastSentAt === null) return now;
  return Math.max(now, Math.min(lastSentAt, now) + wait(RETRY, attempts - 1, jitter));
}

/** The partner had it and does not find it now: never sent again by the till itself. */
function missing(facts: OrderFacts, context: OrderContext): OrderFacts {
  const tries = facts.reason === 'not_found' ? facts.tries : 0;
  return tries >= MISSES ? hold(facts, 'mismatch') : askAgain({ ...facts, tries }, context, 'not_found');
}

function askedFinal(
  facts: OrderFacts,
  result: PartnerResult<PartnerOrder>,
  context: OrderContext,
): Transition {
  if (result.kind === 'ok') return settled(facts, result.value);
  if (result.kind === 'refused') {
    switch (result.code) {
      case 'ORDER_ALREADY_REFUNDED':
        return { facts: end(facts, 'refunded'), effects: [{ type: 'refresh_balance' }] };
      case 'ORDER_ALREADY_CANCELED':
      case 'ORDER_NOT_FOUND':
        return {
          facts: { ...facts, nextAt: null, tries: 0 },
          effects: [{ type: 'contradiction', says: result.code }],
        };
      default:
        break;
    }
  }
  return stay(askAgain(facts, context, null));
}
