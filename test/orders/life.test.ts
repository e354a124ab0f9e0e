import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { transition } from '../../electron/orders/order.ts';
import type { OrderEvent, OrderFacts, Transition } from '../../electron/orders/order-facts.ts';
import { findOrder, insertOrder, writeFacts } from '../../electron/orders/order-store.ts';
import { needsQuote } from '../../electron/orders/rules.ts';
import { createUnderWay } from '../../electron/orders/under-way.ts';
import { openStore } from '../../electron/store/open.ts';
import { TillError } from '../../shared/errors.ts';
import { compare, isWithinTolerance } from '../../shared/money.ts';
import { ORDER_STATES } from '../../shared/order-state.ts';
import { anOrder, DAY, EVENTS, MINUTE, NOON } from './an-order.ts';
import { brokenLaws } from './laws.ts';
import { aRowFor, aSaleFor } from './rows.ts';

interface Move {
  type: number;
  event: number;
  /** What really passes before it, and how far the wall clock is set besides. */
  passMs: number;
  setMs: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  type: fc.nat(),
  event: fc.nat(),
  passMs: fc.constantFrom(0, 1, 500, 5_000, 31_000, 91_000, 60 * MINUTE, DAY),
  setMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(-2 * DAY, -60 * MINUTE, 60 * MINUTE, 2 * DAY) },
  ),
});

const OF_STATE: Record<OrderFacts['state'], OrderEvent['type'][]> = {
  queued: ['claimed', 'claimed', 'quoted', 'woken', 'decided', 'restored'],
  sending: ['created', 'created', 'restarted', 'restored'],
  unknown: ['asked', 'asked', 'restarted', 'restored', 'woken', 'decided'],
  processing: ['asked', 'asked', 'restarted', 'restored', 'woken', 'decided', 'created'],
  held: ['decided', 'created', 'restored'],
  completed: ['decided', 'asked', 'created', 'restored'],
  canceled: ['decided', 'created', 'restored'],
  refunded: ['decided', 'created', 'restored'],
};

function eventOf(facts: OrderFacts, now: number, { type, event }: Move): OrderEvent | undefined {
  const types =
    facts.state === 'queued' && needsQuote(facts, now)
      ? (['quoted', 'decided'] as const)
      : OF_STATE[facts.state];
  const candidates = EVENTS.filter(candidate => candidate.type === types[type % types.length]);
  return candidates[event % candidates.length];
}

const db = openStore(':memory:');
aSaleFor(db);
afterAll(() => void db.close());

const visited = new Set<OrderFacts['state']>();

/** One order, lived through on disk; the true time is known here and nowhere in the till. */
function live(id: string, first: OrderFacts, moves: Move[], judge: (life: Lived) => void): void {
  let passed = 0;
  let set = 0;
  const clock = { now: () => NOON + passed + set, monotonic: () => passed, after: () => () => {} };
  let underWay = createUnderWay(clock);
  let facts = first;
  let quietAt = 0;
  insertOrder(db, aRowFor(id, first), first);
  for (const next of moves) {
    passed += next.passMs;
    set += next.setMs;
    const now = clock.now();
    const event = eventOf(facts, now, next);
    if (!event) continue;
    const before = facts;
    const isNewProcess = event.type === 'restarted' || event.type === 'restored';
    if (isNewProcess) underWay = createUnderWay(clock);
    const context = { now, jitter: 0.5, tolerancePercent: '2', underWayMs: underWay.leftMs(id) };
    const step = attempt(before, event, context);
    if (!step) continue;
    facts = step.facts;
    underWay.note(id, before, facts, now);
    judge({ before, event, now, quiet: passed >= quietAt, ...step });
    if (event.type === 'claimed') quietAt = passed + 90_000;
    else if (isNewProcess) quietAt = passed + 30_000;
    else if (event.type === 'created') quietAt = event.result.kind === 'lost' ? passed + 30_000 : passed;
    const owed = facts.state === 'canceled' || facts.state === 'refunded';
    writeFacts(db, id, facts, owed, now);
    visited.add(facts.state);
  }
  expect(findOrder(db, id)?.facts).toEqual(facts);
}

type Lived = Transition & { before: OrderFacts; event: OrderEvent; now: number; quiet: boolean };

function attempt(...given: Parameters<typeof transition>): Transition | undefined {
  try {
    return transition(...given);
  } catch (error) {
    if (error instanceof TillError) return undefined;
    throw error;
  }
}

describe('whatever happens to an order, in whatever order', () => {
  let orders = 0;
  const first = fc.constantFrom(
    anOrder(),
    anOrder({ delivery: 'topup' }),
    anOrder({ delivery: 'stars', quotedAt: null }),
  );

  it('no law is broken, and every step of it fits the database', () => {
    fc.assert(
      fc.property(first, fc.array(move, { maxLength: 40 }), (order, moves) => {
        live(`order-${++orders}`, order, moves, lived => expect(brokenLaws(lived)).toEqual([]));
      }),
      { numRuns: 600 },
    );
    expect(ORDER_STATES.filter(state => !visited.has(state))).toEqual([]);
  });

  it('it is never sent again while a request may be under way, however the clock is set', () => {
    let resent = 0;
    const [claimed, lost, notFound] = [
      EVENTS.find(({ type }) => type === 'claimed'),
      EVENTS.find(event => event.type === 'created' && event.result.kind === 'lost'),
      EVENTS.find(
        event =>
          event.type === 'asked' &&
          event.result.kind === 'refused' &&
          event.result.code === 'ORDER_NOT_FOUND',
      ),
    ];
    const at = (event: OrderEvent | undefined): Pick<Move, 'type' | 'event'> => ({
      type: 0,
      event: EVENTS.filter(({ type }) => type === event?.type).findIndex(other => Object.is(other, event)),
    });
    const inTime = fc.record({ passMs: move.map(m => m.passMs), setMs: move.map(m => m.setMs) });
    const lossy = fc.oneof(
      ...[claimed, lost, notFound, notFound].map(event => inTime.map(time => ({ ...at(event), ...time }))),
      move,
    );
    fc.assert(
      fc.property(fc.array(lossy, { maxLength: 40 }), moves => {
        live(`order-${++orders}`, anOrder(), moves, ({ before, event, facts, quiet }) => {
          if (event.type !== 'asked' || before.state !== 'unknown' || facts.state !== 'queued') return;
          resent++;
          expect(quiet).toBe(true);
        });
      }),
      { numRuns: 600 },
    );
    expect(resent).toBeGreaterThan(50);
  });

  it('it is never sent for more than was agreed to and the tolerance on it', () => {
    fc.assert(
      fc.property(first, fc.array(move, { maxLength: 40 }), (order, moves) => {
        live(`order-${++orders}`, order, moves, ({ event, facts }) => {
          if (event.type === 'claimed')
            expect(isWithinTolerance(facts.agreedCost, facts.cost, '2')).toBe(true);
          expect(compare(facts.cost, '0')).toBe(1);
        });
      }),
      { numRuns: 300 },
    );
  });
});
