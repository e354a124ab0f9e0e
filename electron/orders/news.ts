import { isFinal } from '../../shared/order-state.ts';
import type { PartnerOrder, PartnerResult } from '../partner/partner.ts';
import { learn } from './learn.ts';
import { type OrderContext, type OrderFacts, stay, type Transition } from './order-facts.ts';
import { settled } from './settled.ts';

/** The order has moved on without this answer: what it says is still news of the same order, and its key is kept. */
export function news(
  facts: OrderFacts,
  result: PartnerResult<PartnerOrder>,
  context: OrderContext,
): Transition {
  if (result.kind !== 'ok') return stay(facts);
  return isFinal(facts.state) ? settled(facts, result.value) : learn(facts, result.value, context);
}
