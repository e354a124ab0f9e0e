import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrderEvent } from '../../electron/orders/order-facts.ts';
import type { OrderFilter } from '../../shared/contract/orders.ts';
import { refused, timedOut } from '../support/fake-partner.ts';
import { aQueue } from './a-queue.ts';
import { says } from './an-order.ts';

let till: ReturnType<typeof aQueue>;
beforeEach(() => {
  till = aQueue({});
});
afterEach(() => void till.db.close());

type Query = Partial<Parameters<typeof till.orders.list>[0]>;
const list = (query: Query = {}) => till.orders.list({ limit: 100, ...query });
const idsOf = (query: Query) =>
  list(query)
    .orders.map(({ id }) => id)
    .sort();

/** Every order, a page at a time; `between` happens after each page. */
function walk(limit: number, between: () => void = () => {}): string[] {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = list({ limit, cursor });
    ids.push(...page.orders.map(({ id }) => id));
    cursor = page.nextCursor;
    between();
  } while (cursor !== undefined);
  return ids;
}

describe('the list of orders', () => {
  it('has each order once, newest first, whatever the size of a page', async () => {
    const placed: string[][] = [];
    for (let sale = 0; sale < 5; sale++) {
      placed.unshift(till.place(3));
      await till.clock.pass(1_000);
    }
    for (const limit of [1, 2, 7, 15, 100]) {
      const ids = walk(limit);
      expect(new Set(ids).size).toBe(15);
      const groups = placed.map((_, group) => ids.slice(group * 3, group * 3 + 3).sort());
      expect(groups).toEqual(placed.map(group => group.toSorted()));
    }
  });

  it('shows nothing twice and leaves nothing out while orders come in', async () => {
    const before = till.place(10);
    await till.clock.pass(1);
    const ids = walk(3, () => void till.place(2));
    expect(ids.toSorted()).toEqual(before.toSorted());
  });

  it('filters by state, and by what wants attention', () => {
    const live = (...events: OrderEvent[]): string => {
      const [id = ''] = till.place();
      for (const event of [{ type: 'claimed' } as const, ...events]) till.orders.apply(id, event);
      return id;
    };
    const created = (result: Extract<OrderEvent, { type: 'created' }>['result']) =>
      live({ type: 'created', result });
    const [queued = ''] = till.place();
    const sending = live();
    const unknown = created(timedOut);
    const processing = created(says({ partnerOrderId: 'P2', status: 'PROCESSING' }));
    const held = created(refused('OFFER_NOT_FOUND'));
    const completed = created(says({ partnerOrderId: 'P3', key: 'K' }));
    const owed = created(says({ partnerOrderId: 'P4', status: 'CANCELED' }));
    const paidBack = created(says({ partnerOrderId: 'P5', status: 'REFUND' }));
    till.orders.refund(paidBack, { staffId: 's1', staffName: 'Mira', day: '2026-03-29', method: 'cash' });
    const wanted: Partial<Record<OrderFilter, string[]>> = {
      queued: [queued],
      open: [queued, sending, unknown, processing, held],
      attention: [held, owed],
      ended: [owed, paidBack],
      completed: [completed],
      refunded: [paidBack],
    };
    for (const [state, ids] of Object.entries(wanted)) {
      expect(idsOf({ state: state as OrderFilter })).toEqual(ids.toSorted());
    }
  });

  it('finds by sale number, ids, player and part of a name', () => {
    const [id = ''] = till.place(1, {
      playerId: '143594291',
      productName: 'PUBG MOBILE',
      offerName: '60 UC',
    });
    till.place(1, { saleNumber: 1002, productName: 'Steam 100% US_Dollar' });
    till.orders.apply(id, { type: 'claimed' });
    till.orders.apply(id, {
      type: 'created',
      result: says({ partnerOrderId: '10222502', status: 'SUBMITTED' }),
    });
    for (const query of [
      id,
      '143594291',
      '10222502',
      'mobile',
      ' 60 uc ',
      '1001',
      '#1001',
      '№1001',
      '№ 1001',
      'KT1001',
    ]) {
      expect(idsOf({ query })).toEqual([id]);
    }
    expect(idsOf({ query: 'sale' })).toHaveLength(2);
    expect(idsOf({ query: '1435' })).toEqual([]);
    expect(idsOf({ query: '  ' })).toHaveLength(2);
  });

  it('takes a wildcard for the letter it is', () => {
    const [id = ''] = till.place(1, { productName: 'Steam 100% US_Dollar\\' });
    till.place(3);
    for (const query of ['100%', 'US_D', '%', '_', '\\']) expect(idsOf({ query })).toEqual([id]);
    expect(idsOf({ query: "' OR 1=1 --" })).toEqual([]);
  });

  it('answers whatever is typed, and whatever comes as a cursor', () => {
    till.place(3);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('%'.repeat(200), '.'),
    );
    fc.assert(
      fc.property(text, text, (query, cursor) => {
        expect(list({ query, cursor }).orders.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 200 },
    );
  });
});
