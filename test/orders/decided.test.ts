import { describe, expect, it, test } from 'vitest';
import { decisionsFor } from '../../electron/orders/decided.ts';
import { transition } from '../../electron/orders/order.ts';
import type { OrderFacts } from '../../electron/orders/order-facts.ts';
import { DECISIONS, type Decision, HELD_REASONS, type OrderReason } from '../../shared/order-state.ts';
import { aLostOrder, anAcceptedOrder, anOrder, aSentOrder, inContext, NOON } from './an-order.ts';

const held = (reason: OrderReason, change: Partial<OrderFacts> = {}): OrderFacts =>
  aSentOrder({ state: 'held', reason, unansweredSince: null, ...change });
const ended = (state: 'canceled' | 'refunded', reason: OrderReason): OrderFacts =>
  anOrder({ state, reason, nextAt: null });
const decide = (facts: OrderFacts, decision: Decision) =>
  transition(facts, { type: 'decided', decision }, inContext({ now: NOON + 5_000 }));

describe('what a person may decide', () => {
  test.each<[string, OrderFacts, Decision[]]>([
    ['an order that waits and was never sent', anOrder(), ['cancel']],
    ['one of which a request may have been booked', anOrder({ unansweredSince: NOON }), []],
    ['one that is being sent', aSentOrder(), []],
    ['one whose outcome is unknown', aLostOrder(), ['check']],
    ['one that the partner works on', anAcceptedOrder(), ['check']],
    ['a completed one', anAcceptedOrder({ state: 'completed', nextAt: null }), ['check']],
    ['one held for its price', held('price_changed'), ['retry', 'cancel']],
    ['one whose offer is gone', held('offer_gone'), ['retry', 'cancel']],
    ['one that was refused', held('refused'), ['retry', 'cancel']],
    ...(['price_changed', 'offer_gone', 'refused'] as const).map(
      (reason): [string, OrderFacts, Decision[]] => [
        `one held as ${reason} of which a request may have been booked`,
        held(reason, { unansweredSince: NOON }),
        ['check', 'retry', 'cancel'],
      ],
    ),
    ['one that was unanswered for a day', held('expired'), ['check', 'retry', 'cancel']],
    ['one from a backup that the partner does not know', held('restored'), ['check', 'retry', 'cancel']],
    ['one that is another at the partner', held('mismatch'), ['check', 'cancel']],
    ['one without its key', held('key_missing'), ['check', 'cancel']],
    ['one that the partner canceled', ended('canceled', 'by_partner'), ['reorder']],
    ['one that the partner refunded', ended('refunded', 'by_partner'), ['reorder']],
    ['one that a person canceled', ended('canceled', 'by_person'), []],
  ])('about %s', (_, facts, wanted) => {
    expect(decisionsFor(facts)).toEqual(wanted);
    for (const decision of DECISIONS) {
      if (wanted.includes(decision)) expect(() => decide(facts, decision)).not.toThrow();
      else {
        expect(() => decide(facts, decision)).toThrow(
          expect.objectContaining({ code: 'decision_not_possible' }),
        );
      }
    }
  });

  it('an order that the partner may have is never sent again by a decision', () => {
    const may = HELD_REASONS.filter(reason => decisionsFor(held(reason)).includes('retry'));
    expect(may).toEqual(['price_changed', 'offer_gone', 'refused', 'expired', 'restored']);
  });
});

describe('carrying it out', () => {
  it('retry agrees to the price that was shown and reads it once more', () => {
    const { facts } = decide(held('price_changed', { quotedCost: '130' }), 'retry');
    expect(facts).toMatchObject({
      state: 'queued',
      reason: null,
      agreedCost: '130',
      cost: '130',
      quotedCost: null,
      quotedAt: null,
      nextAt: NOON + 5_000,
    });
  });

  it('retry without a price to agree to keeps the one that was', () => {
    expect(decide(held('refused'), 'retry').facts).toMatchObject({ agreedCost: '100', cost: '100' });
  });

  it('check asks the partner at once, about an order that is final too', () => {
    expect(decide(held('mismatch', { acknowledged: true }), 'check').facts).toMatchObject({
      state: 'unknown',
      acknowledged: true,
      nextAt: NOON + 5_000,
    });
    const completed = anAcceptedOrder({ state: 'completed', nextAt: null });
    expect(decide(completed, 'check').facts).toEqual({ ...completed, nextAt: NOON + 5_000 });
  });

  it('cancel ends the order here', () => {
    expect(decide(held('offer_gone'), 'cancel').facts).toMatchObject({
      state: 'canceled',
      reason: 'by_person',
      nextAt: null,
    });
  });

  it('reorder leaves the ended order as it is and asks for a new one', () => {
    const canceled = ended('canceled', 'by_partner');
    expect(decide(canceled, 'reorder')).toEqual({ facts: canceled, effects: [{ type: 'reorder' }] });
  });
});
