import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ImpossibleEvent, type OrderEvent } from '../../electron/orders/order-facts.ts';
import { readTotals } from '../../electron/orders/totals.ts';
import { TillError } from '../../shared/errors.ts';
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

test('the summary that is kept up order by order is always what a recount says', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), actions => {
      const { db, orders, place } = aQueue({});
      const ids: string[] = place(2);
      const pick = (which: number): string => ids[which % ids.length] ?? '';
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
        expect(orders.summary()).toEqual(readTotals(db));
      }
      db.close();
    }),
    { numRuns: 100 },
  );
});
