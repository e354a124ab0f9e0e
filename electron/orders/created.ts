import type { PartnerCode, PartnerOrder, PartnerResult } from '../partner/partner.ts';
import { learn } from './learn.ts';
import { news } from './news.ts';
import { type OrderContext, type OrderFacts, stay, type Transition } from './order-facts.ts';
import { answered, atLeast, backInLine, hold, STRAGGLER_MS } from './rules.ts';

/** So many WRONG_PRICE in a row mean that the partner does not sell at the price it names. */
const PRICE_TRIES = 5;
/** A price read longer than this before the request may simply have changed since. */
const FRESH_PRICE_MS = 60_000;

/** What became of create-order. */
export function created(
  facts: OrderFacts,
  result: PartnerResult<PartnerOrder>,
  context: OrderContext,
): Transition {
  if (facts.state !== 'sending') return news(facts, result, context);
  switch (result.kind) {
    case 'ok':
      return learn(facts, result.value, context);
    case 'refused':
      return refused(facts, result, context);
    case 'rate_limited':
      // Said before the order was looked up: of a copy that was made on the way, the first may have bought it.
      return stay(backInLine(facts, context, 'rate_limited', atLeast(result.retryAfterMs, facts, context)));
    case 'unsent':
      return stay(backInLine(neverSent(facts), context, 'partner_down'));
    case 'no_token':
      return stay(backInLine(neverSent(facts), context, 'token_rejected', 0));
    case 'no_such_call':
      return stay(unknown(facts, context, 'not_understood'));
    case 'lost':
      return stay(
        unknown(
          straggling({ ...facts, message: result.text ?? facts.message }, context),
          context,
          LOST_REASON[result.cause],
        ),
      );
  }
}

const LOST_REASON = {
  timeout: 'no_answer',
  cut: 'no_answer',
  too_large: 'not_understood',
  server_error: 'partner_down',
  not_understood: 'not_understood',
} as const;

function refused(
  facts: OrderFacts,
  result: { code: PartnerCode; retryAfterMs?: number; message?: string },
  context: OrderContext,
): Transition {
  switch (result.code) {
    case 'TRANSACTION_DUPLICATE':
    case 'ORDER_ALREADY_CANCELED':
    case 'ORDER_ALREADY_REFUNDED':
    case 'ORDER_NOT_PROCESSING':
    case 'ORDER_NOT_COMPLETED':
      // It exists, whatever the partner's page advises: its status is the answer.
      return stay({ ...unknown(facts, context, null), acknowledged: true });
    case 'ORDER_NOT_FOUND':
      return stay(unknown(facts, context, 'not_understood'));
    case 'WRONG_PRICE':
      return wrongPrice(facts, context);
    case 'INSUFFICIENT_BALANCE':
      return {
        facts: backInLine(
          answered(facts),
          context,
          'insufficient_balance',
          atLeast(result.retryAfterMs, facts, context),
        ),
        effects: [{ type: 'refresh_balance' }],
      };
    case 'BALANCE_UNAVAILABLE':
      return stay(
        backInLine(
          answered(facts),
          context,
          'balance_unavailable',
          atLeast(result.retryAfterMs, facts, context),
        ),
      );
    case 'SERVICE_UNAVAILABLE':
      // It does not say how far the request had come when the service failed.
      return stay(unknown(straggling(facts, context), context, 'partner_down'));
    case 'INVALID_TOKEN':
      // As with too many requests.
      return stay(backInLine(facts, context, 'token_rejected', 0));
    case 'OFFER_NOT_FOUND':
      return {
        facts: hold(answered(facts), 'offer_gone', result.message),
        effects: [{ type: 'mark_offer_gone' }],
      };
    case 'INVALID_REQUEST_BODY':
      return stay(hold(answered(facts), 'refused', result.message));
  }
}

function wrongPrice(facts: OrderFacts, context: OrderContext): Transition {
  const tries = wasFresh(facts) ? facts.tries : 0;
  if (tries >= PRICE_TRIES) return stay(hold(answered(facts), 'price_changed'));
  const delayMs = tries === 0 ? 0 : undefined;
  return stay({ ...backInLine({ ...answered(facts), tries }, context, null, delayMs), quotedAt: null });
}

function wasFresh({ quotedAt, lastSentAt }: OrderFacts): boolean {
  return quotedAt !== null && lastSentAt !== null && Math.abs(lastSentAt - quotedAt) < FRESH_PRICE_MS;
}

/** Outcome unknown: order-status is asked before anything else, at once. */
function unknown(
  facts: OrderFacts,
  { now }: OrderContext,
  reason: 'no_answer' | 'not_understood' | 'partner_down' | null,
): OrderFacts {
  return { ...facts, state: 'unknown', reason, nextAt: now, tries: 0 };
}

/** Our end of the call is over; theirs may not be. */
function straggling(facts: OrderFacts, { now }: OrderContext): OrderFacts {
  return { ...facts, underWayUntil: now + STRAGGLER_MS };
}

function neverSent(facts: OrderFacts): OrderFacts {
  return { ...answered(facts), attempts: facts.attempts - 1 };
}
