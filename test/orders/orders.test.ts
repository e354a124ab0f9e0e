import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../electron/audit/audit.ts';
import { createKeyVault } from '../../electron/orders/key-vault.ts';
import type { OrderEvent } from '../../electron/orders/order-facts.ts';
import { createOrders } from '../../electron/orders/orders.ts';
import { readTotals } from '../../electron/orders/totals-store.ts';
import type { StaffMember } from '../../shared/contract/common.ts';
import type { Order } from '../../shared/contract/orders.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import { aShop } from '../support/a-shop.ts';
import { refused, timedOut } from '../support/fake-partner.ts';
import { aQueue, random } from './a-queue.ts';
import { says } from './an-order.ts';

let till: ReturnType<typeof aQueue>;
beforeEach(() => {
  till = aQueue({});
});
afterEach(() => void till.db.close());

const CLAIMED: OrderEvent = { type: 'claimed' };
const DELIVERED: OrderEvent = { type: 'created', result: says({ key: 'AAAA-BBBB' }) };
const DELIVERED_TOO: OrderEvent = {
  type: 'created',
  result: says({ partnerOrderId: 'P2', key: 'AAAA-BBBB' }),
};
const CANCELED: OrderEvent = { type: 'created', result: says({ status: 'CANCELED' }) };

/** An order that has lived through these events. */
function placed(...events: OrderEvent[]): string {
  return livedThrough(events);
}

function livedThrough(events: OrderEvent[], offerId: OfferId = 999): string {
  const [id = ''] = till.place(1, { offerId });
  for (const event of events) till.orders.apply(id, event);
  return id;
}

const refund = (id: string): Order =>
  till.orders.refund(id, { staffId: 's1', staffName: 'Mira', day: '2026-03-30', method: 'cash' });
const reorder = (id: string): Order | undefined =>
  till.orders.apply(id, { type: 'decided', decision: 'reorder' }, 's1').replacement;
const cashier: StaffMember = { id: 's1', name: 'Mira', role: 'cashier' };
const manager: StaffMember = { id: 's2', name: 'Aida', role: 'manager' };
const otherVault = () => createKeyVault(new Uint8Array(32).fill(8), random);
const failing = (code: ErrorCode) => expect.objectContaining({ code });
const actions = () => listAudit(till.db, 100).map(({ action }) => action);

describe('carrying out what was decided', () => {
  it('several claims are one transaction: all of them, or none', () => {
    const ids = till.place(3);
    expect(() => till.orders.applyAll([...ids, 'no such order'], CLAIMED)).toThrow(failing('not_found'));
    expect(till.states(ids)).toEqual(['queued', 'queued', 'queued']);
    expect(till.orders.summary()).toEqual(readTotals(till.db));
    till.orders.applyAll(ids, CLAIMED);
    expect(till.states(ids)).toEqual(['sending', 'sending', 'sending']);
  });

  it('state, key and audit of one event are on disk together, or not at all', () => {
    const id = placed(CLAIMED);
    till.db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON audit WHEN NEW.action = 'key.stored'
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    expect(() => till.orders.apply(id, DELIVERED)).toThrow('disk full');
    expect(till.orders.get(id)).toMatchObject({ state: 'sending', hasKey: false });
    expect(till.db.prepare('SELECT count(*) FROM keys').pluck().get()).toBe(0);
    till.db.exec('DROP TRIGGER full');
    till.orders.apply(id, DELIVERED);
    expect(till.orders.revealKey(id, cashier)).toBe('AAAA-BBBB');
  });

  it('nobody hears of anything before it is on disk', () => {
    const onDisk: unknown[] = [];
    till.orders.onChange(([order]) => {
      const state = till.db.prepare('SELECT state FROM orders WHERE id = ?').pluck();
      onDisk.push([order?.state, state.get(order?.id), till.db.inTransaction]);
    });
    placed(CLAIMED, DELIVERED);
    expect(onDisk).toEqual([
      ['queued', 'queued', false],
      ['sending', 'sending', false],
      ['completed', 'completed', false],
    ]);
  });

  it('every change of state is in the audit, and what contradicts a final order too', () => {
    const id = placed(CLAIMED, DELIVERED);
    till.orders.apply(id, { type: 'asked', result: says({ status: 'CANCELED' }) });
    expect(actions()).toEqual(['order.contradicted', 'key.stored', 'order.completed', 'order.sending']);
    expect(till.orders.get(id).state).toBe('completed');
  });
});

describe('what cannot be read when it is to be shown', () => {
  it('undoes what was to be stored: nothing is on disk that was said not to be', () => {
    const [id = ''] = till.place();
    till.db.exec('ALTER TABLE refunds RENAME TO unreadable');
    expect(() => till.orders.apply(id, CLAIMED)).toThrow('refunds');
    till.db.exec('ALTER TABLE unreadable RENAME TO refunds');
    expect(till.states([id])).toEqual(['queued']);
  });
});

describe('an order whose money went back without its word for it', () => {
  it('is not sent again, and owes nothing when it ends', () => {
    const id = placed(CLAIMED, { type: 'created', result: refused('OFFER_NOT_FOUND') });
    till.db.exec(`INSERT INTO refunds (order_id, sale_id, day, staff_id, staff_name, amount, method, created_at)
      VALUES ('${id}', 'sale', '2026-03-29', 's1', 'Mira', '110.00', 'cash', 0)`);
    expect(() => till.orders.apply(id, { type: 'decided', decision: 'retry' })).toThrow(
      failing('decision_not_possible'),
    );
    expect(till.orders.get(id).decisions).not.toContain('retry');
    till.orders.apply(id, { type: 'decided', decision: 'cancel' });
    expect(till.orders.get(id)).toMatchObject({ state: 'canceled', next: 'none' });
  });
});

describe('an answer that names the partner’s order of another of ours', () => {
  const first = (): void => void placed(CLAIMED, DELIVERED);
  const MIXED_UP = says({ key: 'AAAA-BBBB' });

  it('to create-order delivers nothing: order-status is asked, and what it says is believed', () => {
    first();
    const id = placed(CLAIMED, { type: 'created', result: MIXED_UP });
    expect(till.orders.get(id)).toMatchObject({ state: 'unknown', hasKey: false });
    expect(till.orders.get(id)).not.toHaveProperty('partnerOrderId');
    till.orders.apply(id, { type: 'asked', result: says({ partnerOrderId: 'P2', key: 'CCCC-DDDD' }) });
    expect(till.orders.get(id)).toMatchObject({ state: 'completed', partnerOrderId: 'P2' });
    expect(till.orders.revealKey(id, cashier)).toBe('CCCC-DDDD');
  });

  const ASKED_MIXED_UP = { type: 'asked', result: MIXED_UP } as const;
  /** Of an offer whose orders have numbers of their own. */
  const other = (...events: OrderEvent[]) => livedThrough(events, 1001);
  const own = says({ partnerOrderId: 'P2', offerId: 1001, key: 'CCCC-DDDD' });

  it('to order-status is asked again, and the order’s own answer delivers it', () => {
    first();
    const id = other(CLAIMED, { type: 'created', result: MIXED_UP }, ASKED_MIXED_UP);
    expect(till.orders.get(id)).toMatchObject({ state: 'unknown', hasKey: false });
    till.orders.apply(id, { type: 'asked', result: own });
    expect(till.orders.revealKey(id, cashier)).toBe('CCCC-DDDD');
  });

  it('to order-status again and again is a person’s to look into, without the other customer’s key', () => {
    first();
    const id = other(CLAIMED, { type: 'created', result: MIXED_UP });
    for (let times = 0; times < 6; times++) till.orders.apply(id, ASKED_MIXED_UP);
    expect(till.orders.get(id)).toMatchObject({ state: 'held', reason: 'mismatch', hasKey: false });
  });

  it('brings no key to an order that was delivered without one it can read', () => {
    first();
    const id = other(CLAIMED, { type: 'created', result: own });
    till.db.exec(
      `DELETE FROM keys WHERE order_id = '${id}'; UPDATE orders SET has_key = 0 WHERE id = '${id}'`,
    );
    for (let times = 0; times < 8; times++) till.orders.apply(id, ASKED_MIXED_UP);
    expect(till.orders.get(id)).toMatchObject({ state: 'completed', hasKey: false });
  });

  it('is believed of the test offer, whose orders may all have one number', () => {
    first();
    const id = placed(CLAIMED, { type: 'created', result: MIXED_UP }, ASKED_MIXED_UP);
    expect(till.orders.get(id)).toMatchObject({ state: 'completed', partnerOrderId: 'P1' });
  });
});

describe('a key', () => {
  it('lies encrypted, and does not open for another order or with another data key', () => {
    const [one, two] = [placed(CLAIMED, DELIVERED), placed(CLAIMED, DELIVERED_TOO)];
    expect(till.db.serialize().includes('AAAA-BBBB')).toBe(false);
    till.db.exec(`UPDATE keys SET (nonce, ciphertext, tag) =
      (SELECT nonce, ciphertext, tag FROM keys WHERE order_id = '${two}') WHERE order_id = '${one}'`);
    expect(() => till.orders.revealKey(one, cashier)).toThrow(failing('key_unreadable'));
  });

  it('the key of an order that is not delivered is for a manager alone', () => {
    const id = placed(CLAIMED, { type: 'created', result: says({ key: 'AAAA-BBBB', offerId: 4711 }) });
    expect(till.orders.get(id)).toMatchObject({ state: 'held', reason: 'mismatch', hasKey: true });
    expect(() => till.orders.revealKey(id, cashier)).toThrow(failing('not_allowed'));
    expect(till.orders.revealKey(id, manager)).toBe('AAAA-BBBB');
  });

  it('is shown only where there is one, and every look is in the audit', () => {
    const id = placed(CLAIMED, DELIVERED);
    expect(() => till.orders.revealKey(placed(), cashier)).toThrow(failing('no_key'));
    expect(actions()).not.toContain('key.shown');
    till.orders.revealKey(id, cashier);
    expect(listAudit(till.db, 1)).toMatchObject([{ action: 'key.shown', subject: id, staffId: 's1' }]);
  });

  it('is not shown when the look cannot be recorded', () => {
    const id = placed(CLAIMED, DELIVERED);
    till.db.pragma('query_only = ON');
    expect(() => till.orders.revealKey(id, cashier)).toThrow('readonly');
  });

  it('sealed with a data key that was lost is asked for again', () => {
    const id = placed(CLAIMED, DELIVERED);
    const { db, clock } = till;
    const settings = () => aShop();
    const recovered = createOrders({ db, clock, random, vault: otherVault, settings });
    expect(recovered.recoverKeys()).toBe(1);
    expect(recovered.get(id)).toMatchObject({ state: 'completed', hasKey: false });
    recovered.apply(id, { type: 'asked', result: says({ key: 'AAAA-BBBB' }) });
    expect(recovered.revealKey(id, cashier)).toBe('AAAA-BBBB');
    expect(recovered.recoverKeys()).toBe(0);
  });
});

describe('money that goes back', () => {
  it('goes back once, for an order that ended without delivery', () => {
    const id = placed(CLAIMED, CANCELED);
    expect(till.orders.summary()).toMatchObject({ toRefund: 1, waiting: 0, amount: '0' });
    expect(refund(id)).toMatchObject({ next: 'none', refund: { amount: '110.00', staffName: 'Mira' } });
    expect(till.orders.summary().toRefund).toBe(0);
    expect(() => refund(id)).toThrow(failing('already_refunded'));
    expect(till.orders.refundsOn('2026-03-30')).toHaveLength(1);
  });

  it('does not go back for an order that is delivered or still may be', () => {
    for (const id of [placed(), placed(CLAIMED), placed(CLAIMED, DELIVERED)]) {
      expect(() => refund(id)).toThrow(failing('not_refundable'));
    }
  });

  it('goes back for a delivered order that the partner has refunded', () => {
    const id = placed(CLAIMED, DELIVERED);
    till.orders.apply(id, { type: 'asked', result: refused('ORDER_ALREADY_REFUNDED') });
    expect(refund(id).refund?.amount).toBe('110.00');
  });
});

describe('a new order in place of one that ended', () => {
  it('has an id of its own, the same goods and price, and settles what was owed', () => {
    const id = placed(CLAIMED, CANCELED);
    const replacement = reorder(id);
    expect(replacement).toMatchObject({ replaces: id, state: 'queued', price: '110.00', attempts: 0 });
    expect(till.orders.get(id)).toMatchObject({ replacedBy: replacement?.id, next: 'none', decisions: [] });
    expect(till.orders.summary()).toMatchObject({ toRefund: 0, waiting: 1, amount: '110' });
  });

  it('is made once, and not for money that went back; and then no money goes back', () => {
    const id = placed(CLAIMED, CANCELED);
    reorder(id);
    expect(() => reorder(id)).toThrow(failing('decision_not_possible'));
    expect(() => refund(id)).toThrow(failing('not_refundable'));
    const result = says({ partnerOrderId: 'P2', status: 'CANCELED' });
    const refunded = placed(CLAIMED, { type: 'created', result });
    refund(refunded);
    expect(() => reorder(refunded)).toThrow(failing('decision_not_possible'));
    expect(till.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(3);
  });

  it('is never made for an order whose outcome is open', () => {
    const open = [placed(), placed(CLAIMED), placed(CLAIMED, { type: 'created', result: timedOut })];
    for (const id of [...open, placed(CLAIMED, DELIVERED)]) {
      expect(() => reorder(id)).toThrow(failing('decision_not_possible'));
    }
  });
});
