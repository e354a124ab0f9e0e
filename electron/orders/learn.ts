import { mentionsKey } from '../partner/key-in-text.ts';
import type { PartnerOrder } from '../partner/partner.ts';
import { POLL, wait } from './backoff.ts';
import type { OrderContext, OrderEffect, OrderFacts, Transition } from './order-facts.ts';
import { end, hold, withoutDoubtfulKey } from './rules.ts';

/** Asked this often, an order that is COMPLETED without its key is a person's to decide. */
const KEY_TRIES = 6;
/** Polled this often, the screen says that it takes long. */
const SLOW_TRIES = 8;

/**
 * What the partner says of this order, by create-order or order-status. The order exists from here on.
 * A key that comes with it is kept whatever else is wrong: it may be paid for.
 */
export function learn(before: OrderFacts, answer: PartnerOrder, context: OrderContext): Transition {
  const facts = withoutDoubtfulKey(before);
  const effects: OrderEffect[] = [];
  const fits = !isAnotherOrder(facts, answer) && !endsUnclear(answer);
  // What came before the order was done may have been a word in the key's place.
  const isFinalKey = fits && answer.status === 'COMPLETED' && facts.delivery === 'key';
  if (answer.key !== undefined && (!facts.hasKey || isFinalKey))
    effects.push({ type: 'store_key', key: answer.key });
  const known: OrderFacts = {
    ...facts,
    acknowledged: true,
    unansweredSince: null,
    hasKey: facts.hasKey || answer.key !== undefined,
  };
  if (!fits) return { facts: hold(known, 'mismatch'), effects };
  return settle(remember(known, answer), answer, context, effects);
}

/** Only of an answer that fits: one that was mixed up says nothing of this order, and must not stand against it later. */
function remember(facts: OrderFacts, answer: PartnerOrder): OrderFacts {
  return {
    ...facts,
    partnerOrderId: facts.partnerOrderId ?? (answer.unusable === 'identity' ? null : answer.partnerOrderId),
    chargedCost: answer.price ?? facts.chargedCost,
    chargedCurrency: answer.currency ?? facts.chargedCurrency,
    message: withoutItsKey(answer.message ?? facts.message, answer.key),
  };
}

/** A message lies open on disk and on the screen; one that tells the key is not kept. */
function withoutItsKey(message: string | null, key: string | undefined): string | null {
  return message !== null && key !== undefined && mentionsKey(message, key) ? null : message;
}

function isAnotherOrder(facts: OrderFacts, answer: PartnerOrder): boolean {
  const otherOffer = answer.offerId !== undefined && answer.offerId !== facts.offerId;
  const otherOrder = facts.partnerOrderId !== null && facts.partnerOrderId !== answer.partnerOrderId;
  return otherOffer || otherOrder;
}

/** An end that cannot be laid at this order's door is a person's to decide. */
function endsUnclear({ status, unusable }: PartnerOrder): boolean {
  return unusable === 'identity' && status !== 'SUBMITTED' && status !== 'PROCESSING';
}

function settle(
  facts: OrderFacts,
  answer: PartnerOrder,
  context: OrderContext,
  effects: OrderEffect[],
): Transition {
  switch (answer.status) {
    case 'SUBMITTED':
    case 'PROCESSING':
      return { facts: keepPolling(facts, context), effects };
    case 'COMPLETED':
      return completed(facts, answer, context, effects);
    case 'CANCELED':
      return { facts: end(facts, 'canceled'), effects: [...effects, { type: 'refresh_balance' }] };
    case 'REFUND':
      return { facts: end(facts, 'refunded'), effects: [...effects, { type: 'refresh_balance' }] };
  }
}

function completed(
  facts: OrderFacts,
  answer: PartnerOrder,
  context: OrderContext,
  effects: OrderEffect[],
): Transition {
  if (facts.delivery === 'stars' && answer.deliveryStatus === 'failed') {
    return { facts: hold(facts, 'mismatch'), effects };
  }
  if (facts.delivery === 'key' && !facts.hasKey) {
    // One that came and cannot be used will not come otherwise.
    const next = answer.unusable === 'key' ? hold(facts, 'key_missing') : awaitKey(facts, context);
    return { facts: next, effects };
  }
  const done: OrderFacts = {
    ...facts,
    state: 'completed',
    reason: null,
    nextAt: null,
    tries: 0,
    restored: false,
  };
  return { facts: done, effects: [...effects, { type: 'refresh_balance' }] };
}

/** The partner has it and is not done: asked again at the pace of a customer who waits, then more slowly. */
export function keepPolling(facts: OrderFacts, context: OrderContext): OrderFacts {
  const tries = facts.state === 'processing' ? facts.tries : 0;
  return {
    ...facts,
    state: 'processing',
    acknowledged: true,
    reason: tries >= SLOW_TRIES ? 'slow' : null,
    nextAt: context.now + wait(POLL, tries, context.jitter),
    tries: tries + 1,
  };
}

/** COMPLETED, and its key has not come with it: asked for a while, then a person's to decide. */
function awaitKey(facts: OrderFacts, context: OrderContext): OrderFacts {
  const tries = facts.reason === 'key_pending' ? facts.tries : 0;
  if (tries >= KEY_TRIES) return hold(facts, 'key_missing');
  return {
    ...facts,
    state: 'processing',
    reason: 'key_pending',
    nextAt: context.now + wait(POLL, tries, context.jitter),
    tries: tries + 1,
  };
}
