import { isWithinTolerance } from '../../shared/money.ts';
import type { PartnerOffer, PartnerResult } from '../partner/partner.ts';
import { ImpossibleEvent, type OrderContext, type OrderFacts, stay, type Transition } from './order-facts.ts';
import { atLeast, backInLine, hold } from './rules.ts';

/** So many prices in a row that nobody understands, and a person decides; an outage is waited for. */
const NOT_UNDERSTOOD_TRIES = 8;

/** The partner's price, read just before ordering. Within the shop's tolerance the order goes on at the new one. */
export function quoted(
  facts: OrderFacts,
  result: PartnerResult<PartnerOffer>,
  context: OrderContext,
): Transition {
  if (facts.state !== 'queued') throw new ImpossibleEvent(`a ${facts.state} order needs no price`);
  switch (result.kind) {
    case 'ok':
      return priced(facts, result.value, context);
    case 'refused':
      return refused(facts, result.code, context, result.message);
    case 'rate_limited':
      return later(facts, context, 'rate_limited', atLeast(result.retryAfterMs, facts, context));
    case 'no_token':
      return later(facts, context, 'token_rejected', 0);
    case 'lost':
      return result.cause === 'not_understood' || result.cause === 'too_large'
        ? notUnderstood(facts, context, result.text)
        : later(facts, context, 'partner_down');
    case 'unsent':
    case 'no_such_call':
      return later(facts, context, 'partner_down');
  }
}

function priced(facts: OrderFacts, offer: PartnerOffer, context: OrderContext): Transition {
  if (offer.offerId !== facts.offerId) return notUnderstood(facts, context);
  const note = { type: 'note_cost', cost: offer.price, currency: offer.currency } as const;
  const sameCurrency = offer.currency === facts.costCurrency;
  if (!sameCurrency || !isWithinTolerance(facts.agreedCost, offer.price, context.tolerancePercent)) {
    const held = hold(facts, 'price_changed');
    return { facts: { ...held, quotedCost: sameCurrency ? offer.price : null }, effects: [note] };
  }
  return {
    facts: { ...facts, cost: offer.price, quotedAt: context.now, quotedCost: null, nextAt: context.now },
    effects: [note],
  };
}

function refused(
  facts: OrderFacts,
  code: string,
  context: OrderContext,
  message: string | undefined,
): Transition {
  switch (code) {
    case 'OFFER_NOT_FOUND':
      return { facts: hold(facts, 'offer_gone', message), effects: [{ type: 'mark_offer_gone' }] };
    case 'INVALID_REQUEST_BODY':
      return stay(hold(facts, 'refused', message));
    case 'INVALID_TOKEN':
      return later(facts, context, 'token_rejected', 0);
    default:
      return later(facts, context, 'partner_down');
  }
}

function notUnderstood(facts: OrderFacts, context: OrderContext, text?: string): Transition {
  const tries = facts.reason === 'not_understood' ? facts.tries : 0;
  if (tries + 1 >= NOT_UNDERSTOOD_TRIES) return stay(hold(facts, 'refused', text));
  return later({ ...facts, tries }, context, 'not_understood');
}

/** Only its price is still to be read. */
function later(
  facts: OrderFacts,
  context: OrderContext,
  reason: 'rate_limited' | 'token_rejected' | 'partner_down' | 'not_understood',
  delayMs?: number,
): Transition {
  return stay(backInLine(facts, context, reason, delayMs));
}
