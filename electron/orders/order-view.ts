import type { Order } from '../../shared/contract/orders.ts';
import { toCurrency } from '../../shared/money.ts';
import type { Decision, NextStep } from '../../shared/order-state.ts';
import type { Pause } from './connection.ts';
import { decisionsFor } from './decided.ts';
import type { OrderFacts } from './order-facts.ts';
import type { StoredOrder } from './order-row.ts';
import { EXPIRES_AFTER_MS } from './rules.ts';
import type { StoredRefund } from './stored-refund.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** An order as the contract shows it: everything but its key. */
export function viewOrder(
  stored: StoredOrder,
  refund: StoredRefund | undefined,
  pause: Pause | undefined,
): Order {
  const { origin } = stored;
  const facts = asPaused(stored.facts, pause);
  return {
    id: origin.id,
    saleId: origin.saleId,
    saleNumber: String(origin.saleNumber),
    position: origin.position,
    offerId: origin.offerId,
    productName: origin.productName,
    offerName: origin.offerName,
    delivery: origin.delivery,
    ...optional('player', playerOf(stored)),
    state: facts.state,
    ...optional('reason', facts.reason),
    next: nextStep(stored),
    decisions: possibleDecisions(stored).filter(decision => decision !== 'retry' || !refund),
    ...(facts.nextAt === null ? {} : { nextTryAt: iso(facts.nextAt) }),
    ...optional('decidableAt', decidableAt(facts)),
    ...(facts.state === 'held' && facts.unansweredSince !== null ? { unanswered: true } : {}),
    attempts: facts.attempts,
    hasKey: facts.hasKey,
    ...(facts.restored ? { restored: true } : {}),
    price: origin.price,
    currency: origin.currency,
    cost: facts.cost,
    costCurrency: facts.costCurrency,
    ...optional('quotedCost', facts.quotedCost),
    ...optional('chargedCost', facts.chargedCost),
    ...optional('partnerOrderId', facts.partnerOrderId),
    ...optional('message', facts.message),
    ...(refund
      ? {
          refund: {
            amount: toCurrency(refund.amount, origin.currency),
            at: iso(refund.createdAt),
            staffName: refund.staffName,
            ...optional('reference', refund.reference),
          },
        }
      : {}),
    ...optional('replacedBy', stored.replacedBy),
    ...optional('replaces', origin.replaces),
    createdAt: iso(origin.createdAt),
    updatedAt: iso(stored.updatedAt),
  };
}

/** While nothing is sent at all, an order that is due says why it is not on its way. */
function asPaused(facts: OrderFacts, pause: Pause | undefined): OrderFacts {
  if (!pause || facts.nextAt === null || facts.state === 'completed') return facts;
  return { ...facts, reason: facts.reason ?? pause.reason, nextAt: Math.max(facts.nextAt, pause.until) };
}

/** What may be decided: a new order in place of this one only while the customer is still owed it. */
export function possibleDecisions(stored: StoredOrder): Decision[] {
  return decisionsFor(stored.facts).filter(decision => decision !== 'reorder' || stored.owed);
}

function nextStep({ facts, owed }: StoredOrder): NextStep {
  if (facts.state === 'held') return 'decide';
  if (owed) return 'refund_customer';
  return facts.state === 'completed' || facts.state === 'canceled' || facts.state === 'refunded'
    ? 'none'
    : 'automatic';
}

function decidableAt({ state, unansweredSince }: OrderFacts): string | null {
  const isOpen = state === 'queued' || state === 'sending' || state === 'unknown';
  return isOpen && unansweredSince !== null ? iso(unansweredSince + EXPIRES_AFTER_MS) : null;
}

function playerOf({ origin }: StoredOrder): Order['player'] | null {
  if (origin.playerId === null) return null;
  return {
    id: origin.playerId,
    ...optional('serverId', origin.serverId),
    ...optional('nickname', origin.nickname),
  };
}

function optional<K extends string, V>(name: K, value: V | null | undefined): { [P in K]?: V } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [P in K]?: V });
}
