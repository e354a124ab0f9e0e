import { describe, expect, it } from 'vitest';
import { transition } from '../../electron/orders/order.ts';
import { ImpossibleEvent, type OrderEvent, type OrderFacts } from '../../electron/orders/order-facts.ts';
import { TillError } from '../../shared/errors.ts';
import { HELD_REASONS, ORDER_STATES, type OrderState, WAITING_REASONS } from '../../shared/order-state.ts';
import { anOrder, DAY, EVENTS, inContext, MINUTE, NOON } from './an-order.ts';
import { brokenLaws, hasItsTime } from './laws.ts';

const yesAndNo = [true, false] as const;

/** Every state with every circumstance that decides anything. */
function* everyOrder(): Generator<OrderFacts> {
  for (const state of ORDER_STATES)
    for (const reason of reasonsOf(state))
      for (const delivery of ['key', 'topup', 'stars'] as const)
        for (const acknowledged of isBeforeTheAnswer(state) ? [false] : yesAndNo)
          for (const restored of isBeforeTheAnswer(state) ? [false] : yesAndNo)
            for (const hasKey of yesAndNo)
              for (const tries of [0, 30])
                for (const sentAgo of [null, MINUTE, 2 * DAY]) {
                  const base = anOrder({ state, reason, delivery, acknowledged, restored, hasKey, tries });
                  yield { ...base, ...nextOf(state), ...sent(sentAgo, acknowledged) };
                }
}

/** Nothing that the partner has acknowledged, and nothing from a backup, is ever in these. */
const isBeforeTheAnswer = (state: OrderState): boolean => state === 'queued' || state === 'sending';

function reasonsOf(state: OrderState): readonly OrderFacts['reason'][] {
  if (state === 'held') return HELD_REASONS;
  if (state === 'canceled' || state === 'refunded') return ['by_partner', 'by_person'];
  return state === 'completed' || state === 'sending' ? [null] : [null, ...WAITING_REASONS];
}

const nextOf = (state: OrderState): Pick<OrderFacts, 'nextAt'> => {
  const waits = anOrder({ state });
  return { nextAt: hasItsTime({ ...waits, nextAt: null }) ? null : NOON };
};

const sent = (ago: number | null, acknowledged: boolean): Partial<OrderFacts> =>
  ago === null
    ? {}
    : {
        attempts: 1,
        lastSentAt: NOON - ago,
        underWayUntil: NOON - ago + 90_000,
        unansweredSince: acknowledged ? null : NOON - ago,
        partnerOrderId: acknowledged ? 'P1' : null,
      };

/** An answer that has come is never refused: it may hold a key. */
function mayRefuse(event: OrderEvent, error: unknown): boolean {
  if (event.type === 'decided') return error instanceof TillError;
  return error instanceof ImpossibleEvent && event.type !== 'created' && event.type !== 'asked';
}

describe('the life of an order', () => {
  it('is decided for every state and every event, and breaks no law in any of them', () => {
    const broken = new Set<string>();
    let decidedPairs = 0;
    for (const before of everyOrder()) {
      for (const event of EVENTS) {
        try {
          const step = transition(before, event, inContext());
          decidedPairs++;
          for (const law of brokenLaws({ before, event, now: NOON, ...step })) {
            if (broken.size < 5) broken.add(`${law}: ${JSON.stringify([before, event, step])}`);
          }
        } catch (error) {
          if (!mayRefuse(event, error)) throw error;
        }
      }
    }
    expect([...broken]).toEqual([]);
    expect(decidedPairs).toBeGreaterThan(200_000);
  });

  it('refuses an event that means nothing in a state, and says so', () => {
    const refusedIn = (type: 'claimed' | 'quoted') =>
      ORDER_STATES.filter(state => {
        const event = EVENTS.find(candidate => candidate.type === type);
        try {
          if (event) transition(anOrder({ state }), event, inContext());
          return false;
        } catch (error) {
          return error instanceof ImpossibleEvent;
        }
      });
    const allButQueued = ORDER_STATES.filter(state => state !== 'queued');
    expect(refusedIn('claimed')).toEqual(allButQueued);
    expect(refusedIn('quoted')).toEqual(allButQueued);
  });
});
