import type { PartnerCode, PartnerOrder, PartnerResult } from '../partner/partner.ts';
import { learn } from './learn.ts';
import { ImpossibleEvent, type OrderContext, type OrderFacts, stay, type Transition } from './order-facts.ts';
import { answered, backInLine, hold, STRAGGLER_MS } from './rules.ts';
import { settled } from './settled.ts';

/** So many WRONG_PRICE in a row mean that the partner does not sell at the price it names. */
const PRICE_TRIES = 5;

/** What became of create-order. */
export function created(
  facts: OrderFacts,
  result: PartnerResult<PartnerOrder>,
  context: OrderContext,
): Transition {
  if (facts.state !== 'sending') return lateAnswer(facts, result, context);
  switch (result.kind) {
    case 'ok':
      return learn(facts, result.value, context);
    case 'refused':
      return refused(facts, result, context);
    case 'rate_limited':
      return stay(backInLine(facts, context, 'rate_limited', result.retryAfterMs));
    case 'unsent':
      return stay(backInLine(neverSent(facts), context, 'partner_down'));
    case 'no_token':
      return stay(backInLine(neverSent(facts), context, 'token_rejected', 0));
    case 'no_such_call':
      return stay(unknown(facts, context, 'not_understood'));
    case 'lost':
      return stay(
        unknown(
          { ...facts, message: result.text ?? facts.message, underWayUntil: context.now + STRAGGLER_MS },
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
      return stay(backInLine(facts, context, 'insufficient_balance', result.retryAfterMs));
    case 'BALANCE_UNAVAILABLE':
      return stay(backInLine(facts, context, 'balance_unavailable', result.retryAfterMs));
    case 'SERVICE_UNAVAILABLE':
      return stay(backInLine(facts, context, 'partner_down', result.retryAfterMs));
    case 'INVALID_TOKEN':
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
  if (facts.tries >= PRICE_TRIES) return stay(hold(answered(facts), 'price_changed'));
  const delayMs = facts.tries === 0 ? 0 : undefined;
  return stay({ ...backInLine(facts, context, null, delayMs), quotedAt: null });
}

/** Outcome unknown: order-status is asked before anything else, at once. */
function unknown(
  facts: OrderFacts,
  { now }: OrderContext,
  reason: 'no_answer' | 'not_understood' | 'partner_down' | null,
): OrderFacts {
  return { ...facts, state: 'unknown', reason, nextAt: now, tries: 0 };
}

function neverSent(facts: OrderFacts): OrderFacts {
  return { ...facts, attempts: facts.attempts - 1 };
}

/** The order has moved on without this answer: what it says is still news of the same order. */
function lateAnswer(
  facts: OrderFacts,
  result: PartnerResult<PartnerOrder>,
  context: OrderContext,
): Transition {
  if (result.kind !== 'ok') return stay(facts);
  switch (facts.state) {
    case 'unknown':
    case 'processing':
    case 'held':
      return learn(facts, result.value, context);
    case 'completed':
    case 'canceled':
    case 'refunded':
      return settled(facts, result.value);
    case 'queued':
    case 'sending':
      throw new ImpossibleEvent(`an answer for a ${facts.state} order`);
  }
}
