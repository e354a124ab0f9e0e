import { afterEach, describe, expect, it, test } from 'vitest';
import { listAudit } from '../../electron/audit/audit.ts';
import { transition } from '../../electron/orders/order.ts';
import type { OrderFacts } from '../../electron/orders/order-facts.ts';
import { findOrder } from '../../electron/orders/order-store.ts';
import type { PartnerOrder, PartnerResult } from '../../electron/partner/partner.ts';
import { HELD_REASONS } from '../../shared/order-state.ts';
import { refused, timedOut } from '../support/fake-partner.ts';
import { aFaithfulPartner, aQueue } from './a-queue.ts';
import { aLostOrder, anAcceptedOrder, anOrder, aSentOrder, DAY, inContext, NOON, says } from './an-order.ts';

const LATER = NOON + DAY;
const NOT_FOUND = refused('ORDER_NOT_FOUND');

const restored = (facts: OrderFacts, gap = true) =>
  transition(facts, { type: 'restored', gap }, inContext({ now: LATER })).facts;
const asked = (facts: OrderFacts, result: PartnerResult<PartnerOrder>, now: number) =>
  transition(facts, { type: 'asked', result }, inContext({ now })).facts;
const held = (reason: (typeof HELD_REASONS)[number], change: Partial<OrderFacts> = {}) =>
  anOrder({ state: 'held', reason, nextAt: null, ...change });

describe('an order that comes from a backup', () => {
  test.each<[string, OrderFacts]>([
    ['in line', anOrder()],
    ['being sent', aSentOrder()],
    ['of unknown outcome', aLostOrder()],
    ...HELD_REASONS.map(reason => [`held as ${reason}`, held(reason)] as [string, OrderFacts]),
  ])('is asked about at once where it was %s, and has time for what may be under way', (_, before) => {
    expect(restored(before)).toMatchObject({
      state: 'unknown',
      restored: true,
      nextAt: LATER,
      underWayUntil: LATER + 30_000,
    });
  });

  it('is asked about as before where the partner has it', () => {
    const facts = restored(anAcceptedOrder({ reason: 'slow', tries: 9, nextAt: NOON + 1 }));
    expect(facts).toMatchObject({ state: 'processing', restored: true, nextAt: LATER, tries: 0 });
  });

  it('is a person’s to decide where the partner does not know it, once nothing can be under way', () => {
    const open = restored(anOrder());
    const waiting = asked(open, NOT_FOUND, LATER);
    expect(waiting).toMatchObject({ state: 'unknown', nextAt: LATER + 30_000 });
    expect(asked(waiting, NOT_FOUND, LATER + 30_000)).toMatchObject({
      state: 'held',
      reason: 'restored',
      nextAt: null,
    });
  });

  it('keeps the price that a person was asked about', () => {
    const open = restored(held('price_changed', { quotedCost: '130' }));
    const facts = asked(open, NOT_FOUND, LATER + 30_000);
    const again = transition(facts, { type: 'decided', decision: 'retry' }, inContext({ now: LATER })).facts;
    expect(again).toMatchObject({ state: 'queued', restored: false, agreedCost: '130', quotedAt: null });
  });

  it('is held for the same reason when it is asked about once more and still is not known', () => {
    const first = asked(restored(anOrder()), NOT_FOUND, LATER + 30_000);
    const check = transition(first, { type: 'decided', decision: 'check' }, inContext({ now: LATER + DAY }));
    expect(asked(check.facts, NOT_FOUND, LATER + DAY)).toMatchObject({ state: 'held', reason: 'restored' });
  });

  it('that had a doubtful key takes its own', () => {
    const doubtful = restored({ ...held('mismatch'), hasKey: true, acknowledged: true });
    const { facts, effects } = transition(
      doubtful,
      { type: 'asked', result: says({ key: 'OWN' }) },
      inContext({ now: LATER }),
    );
    expect(facts).toMatchObject({ state: 'completed', hasKey: true });
    expect(effects).toContainEqual({ type: 'store_key', key: 'OWN' });
  });

  it('takes its state and its key from a partner that knows it', () => {
    const { facts, effects } = transition(
      restored(anOrder()),
      { type: 'asked', result: says({ key: 'K' }) },
      inContext({ now: LATER }),
    );
    expect(facts).toMatchObject({ state: 'completed', restored: false, hasKey: true });
    expect(effects).toContainEqual({ type: 'store_key', key: 'K' });
  });

  it('is a person’s to decide after a day in which nobody answers', () => {
    const open = restored(anOrder());
    expect(asked(open, timedOut, LATER + DAY).state).toBe('unknown');
    expect(asked(open, timedOut, LATER + DAY + 1)).toMatchObject({ state: 'held', reason: 'expired' });
  });

  it('stays marked where it ended: its customer may have had the money back since', () => {
    const canceled = anOrder({ state: 'canceled', reason: 'by_partner', nextAt: null });
    expect(restored(canceled)).toEqual({ ...canceled, restored: true });
    expect(asked(restored(aSentOrder()), says({ status: 'CANCELED' }), LATER)).toMatchObject({
      state: 'canceled',
      restored: true,
    });
  });

  it('that was delivered is left alone, unless its key is missing', () => {
    const delivered = anAcceptedOrder({ state: 'completed', hasKey: true, nextAt: null });
    expect(restored(delivered)).toEqual(delivered);
    expect(restored({ ...delivered, hasKey: false }).nextAt).toBe(LATER);
    const topUp = anAcceptedOrder({ state: 'completed', delivery: 'topup', nextAt: null });
    expect(restored(topUp)).toEqual(topUp);
  });
});

describe('an order whose whole story was put back', () => {
  it('is asked about before it is sent, and sent again by itself under the same id', () => {
    const open = restored(anOrder(), false);
    expect(open).toMatchObject({ state: 'unknown', restored: false, unansweredSince: null, nextAt: LATER });
    expect(asked(open, NOT_FOUND, LATER + 30_000)).toMatchObject({ state: 'queued', nextAt: LATER + 30_000 });
  });

  it('stays held where a person has not decided yet', () => {
    for (const reason of HELD_REASONS) expect(restored(held(reason), false)).toEqual(held(reason));
  });

  it('is not unmarked by it, where an earlier backup left a gap', () => {
    expect(restored(aLostOrder({ restored: true }), false).restored).toBe(true);
  });
});

describe('a till that was put back from a backup', () => {
  let till: ReturnType<typeof aQueue>;
  afterEach(async () => {
    await till.queue.stop();
    till.connection.stop();
    till.db.close();
  });

  it('buys nothing again, fetches every key the partner has, and leaves the rest to a person', async () => {
    const { answers, book } = aFaithfulPartner();
    till = aQueue(answers);
    const ids = till.place(3);
    const [bought = '', unsent = ''] = ids;
    // Sent and booked after the backup: the data does not know it.
    book({ transactionId: bought, offerId: 999, price: '100' });
    expect(till.orders.restored(true)).toBe(3);
    till.start();
    await till.clock.pass(31_000);
    expect(till.states(ids)).toEqual(['completed', 'held', 'held']);
    expect(till.orders.get(bought).hasKey).toBe(true);
    expect(till.orders.get(unsent)).toMatchObject({ reason: 'restored', restored: true, next: 'decide' });
    expect(till.partner.times('createOrder')).toBe(0);
    expect(till.orders.summary()).toMatchObject({ waiting: 0, held: 2 });
    till.orders.apply(unsent, { type: 'decided', decision: 'retry' }, 's1');
    till.queue.pump();
    await till.clock.pass(1_000);
    expect([till.state(unsent), till.creates(unsent)]).toEqual(['completed', 1]);
  });

  it('says of an order whose customer is owed money that it comes from a backup: the money may be back with them', () => {
    till = aQueue({});
    const [id = ''] = till.place();
    till.orders.apply(id, { type: 'decided', decision: 'cancel' }, 's1');
    expect(till.orders.restored(true)).toBe(1);
    expect(till.orders.get(id)).toMatchObject({ next: 'refund_customer', restored: true });
  });

  it('owes nobody money for an order that was bought anew, though that order’s own word for it is lost', () => {
    till = aQueue({});
    const [first = ''] = till.place();
    till.orders.apply(first, { type: 'decided', decision: 'cancel' }, 's1');
    expect(till.orders.get(first).next).toBe('refund_customer');
    const [second = ''] = till.place();
    till.db.prepare('UPDATE orders SET replaces = ? WHERE id = ?').run(first, second);
    till.orders.restored(true);
    expect(till.orders.get(first).next).toBe('none');
  });

  it('records of every order that it comes from a backup, and the database itself keeps it from being sent', () => {
    till = aQueue({});
    const [id = ''] = till.place();
    till.orders.restored(true);
    expect(listAudit(till.db, 2).map(({ action, details }) => [action, details])).toEqual([
      ['order.unknown', expect.anything()],
      ['order.restored', { gap: true }],
    ]);
    expect(findOrder(till.db, id)?.facts.restored).toBe(true);
    expect(() => till.db.exec(`UPDATE orders SET state = 'queued' WHERE id = '${id}'`)).toThrow('CHECK');
  });
});
