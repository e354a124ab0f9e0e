import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ImpossibleEvent, type OrderEvent } from '../../electron/orders/order-facts.ts';
import { readTotals } from '../../electron/orders/totals-store.ts';
import type { Db } from '../../electron/store/open.ts';
import type { QueueSummary } from '../../shared/contract/terminal.ts';
import { TillError } from '../../shared/errors.ts';
import { sum } from '../../shared/money.ts';
import { isFinal, type OrderState } from '../../shared/order-state.ts';
import { aQueue } from './a-queue.ts';
import { EVENTS } from './an-order.ts';

type Action = { do: 'place'; count: number; price: string } | { do: 'refund'; which: number } | Happening;
type Happening = { do: 'happen'; which: number; event: OrderEvent };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constant('place' as const),
    count: fc.integer({ min: 1, max: 4 }),
    price: fc.constantFrom('0.00', '0.10', '110.00', '99999999.99'),
  }),
  fc.record({ do: fc.constant('refund' as const), which: fc.nat() }),
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('happen' as const),
      which: fc.nat(),
      event: fc.oneof(
        fc.constantFrom(...EVENTS),
        fc.constant<OrderEvent>({ type: 'claimed' }),
        fc.constant<OrderEvent>({ type: 'decided', decision: 'reorder' }),
      ),
    }),
  },
);

/** Refused, as a person's mistake or an event that means nothing: then nothing may have changed either. */
function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof TillError) && !(error instanceof ImpossibleEvent)) throw error;
  }
}

/** Every order looked at, and nothing of what the database keeps count of. */
function recount(db: Db): QueueSummary {
  const rows = db
    .prepare<[], { state: OrderState; owed: 0 | 1; price: string }>('SELECT state, owed, price FROM orders')
    .all();
  const open = rows.filter(({ state, owed }) => owed === 0 && !isFinal(state));
  const held = open.filter(({ state }) => state === 'held').length;
  return {
    waiting: open.length - held,
    held,
    toRefund: rows.filter(({ owed }) => owed === 1).length,
    amount: sum(open.map(({ price }) => price)),
  };
}

test('the summary that is kept up order by order is always what a recount says', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), actions => {
      const { db, orders, place } = aQueue({});
      // Some are in the count of the database and some are not yet.
      const ids: string[] = place(62);
      const pick = (which: number): string => ids[ids.length - 1 - (which % Math.min(ids.length, 8))] ?? '';
      for (const next of actions) {
        if (next.do === 'place') ids.push(...place(next.count, { price: next.price }));
        else if (next.do === 'refund') {
          const given = { staffId: 's1', staffName: 'Mira', day: '2026-03-29', method: 'cash' } as const;
          attempt(() => orders.refund(pick(next.which), given));
        } else {
          attempt(() => {
            const { replacement } = orders.apply(pick(next.which), next.event);
            if (replacement) ids.push(replacement.id);
          });
        }
        expect(orders.summary()).toEqual(recount(db));
        expect(readTotals(db)).toEqual(recount(db));
      }
      db.close();
    }),
    { numRuns: 100 },
  );
});
