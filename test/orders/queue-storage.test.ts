import { afterEach, describe, expect, it } from 'vitest';
import type { PartnerOrder, PartnerResult } from '../../electron/partner/partner.ts';
import type { Db } from '../../electron/store/open.ts';
import { ok, refused, timedOut, unsent } from '../support/fake-partner.ts';
import { aFaithfulPartner, anAnswer, aQueue } from './a-queue.ts';
import { MINUTE } from './an-order.ts';

let till: ReturnType<typeof aQueue>;
afterEach(() => {
  till.connection.stop();
  till.db.close();
});

const open = (...given: Parameters<typeof aQueue>) => {
  till = aQueue(...given);
  till.start();
  return till;
};

const completed = (partnerOrderId: string): PartnerResult<PartnerOrder> =>
  ok({ partnerOrderId, status: 'COMPLETED', price: '100', currency: 'KZT', key: 'AAAA-BBBB' });
const COMPLETED = completed('P1');

/** A partner whose answers to create-order come when the test sends them. */
function aSlowPartner() {
  const answers: ((result: PartnerResult<PartnerOrder>) => void)[] = [];
  return {
    answers,
    partner: {
      ...aFaithfulPartner().answers,
      createOrder: () => {
        const { promise, arrive } = anAnswer<PartnerResult<PartnerOrder>>();
        answers.push(arrive);
        return promise;
      },
      orderStatus: async () => COMPLETED,
    },
  };
}

/** A disk that is full, or a file that another program holds: nothing can be written. */
const refuseWrites = (db: Db, refuse = true) => void db.pragma(`query_only = ${refuse ? 'ON' : 'OFF'}`);

describe('a disk that takes nothing', () => {
  it('when the catalogue is to learn from an answer, stops no order that is sent after it', async () => {
    const { answers } = aFaithfulPartner();
    const gone = new Set<string>();
    const { clock, place, state, failures } = open(
      {
        ...answers,
        createOrder: async request =>
          gone.has(request.transactionId) ? refused('OFFER_NOT_FOUND') : answers.createOrder(request),
      },
      {
        markGone() {
          throw new Error('the disk is full');
        },
      },
    );
    const [first = '', second = ''] = place(2);
    gone.add(first);
    await clock.pass(MINUTE);
    expect([state(first), state(second)]).toEqual(['held', 'completed']);
    expect(failures).toHaveLength(1);
  });

  it('when the answer comes, keeps it in memory and stores it as soon as it can: the key is not lost', async () => {
    const { answers, partner } = aSlowPartner();
    const { clock, db, place, state, creates, orders, failures } = open(partner);
    const [id = ''] = place();
    await clock.pass(0);
    refuseWrites(db);
    answers[0]?.(COMPLETED);
    await clock.pass(10 * MINUTE);
    expect(state(id)).toBe('sending');
    expect(failures.length).toBeGreaterThan(10);
    refuseWrites(db, false);
    await clock.pass(2_000);
    expect(state(id)).toBe('completed');
    expect(orders.revealKey(id, { id: 's1', name: 'Mira', role: 'cashier' })).toBe('AAAA-BBBB');
    expect(creates(id)).toBe(1);
  });

  it('when an order is due, sends nothing: what is not on disk never leaves', async () => {
    const { clock, db, place, state, partner, failures } = open(aFaithfulPartner().answers);
    const [id = ''] = place();
    refuseWrites(db);
    await clock.pass(MINUTE);
    expect(partner.times('createOrder')).toBe(0);
    expect(state(id)).toBe('queued');
    expect(failures[0]).toMatchObject({ code: 'SQLITE_READONLY' });
    refuseWrites(db, false);
    await clock.pass(2_000);
    expect(state(id)).toBe('completed');
  });
});

describe('several answers at once', () => {
  /** As many orders as are under way at the same time, and as many waiting behind them. */
  async function sixUnderWay() {
    const { answers, partner } = aSlowPartner();
    const opened = open(partner);
    const first = opened.place(6);
    await opened.clock.pass(0);
    return { ...opened, answers, first, next: opened.place(6) };
  }
  it('go to the disk together, with the claims of what is sent next, before any of it leaves', async () => {
    const { answers, first, next, states, clock, db, partner } = await sixUnderWay();
    const changes: number[] = [];
    db.function('noted', () => void changes.push(partner.times('createOrder')));
    db.exec('CREATE TEMP TRIGGER seen AFTER UPDATE ON orders BEGIN SELECT noted(); END');
    await clock.pass(1_000);
    for (const [at, answer] of answers.splice(0).entries()) answer(completed(`P${at}`));
    await clock.pass(0);
    expect(states(first)).toEqual(Array(6).fill('completed'));
    expect(states(next)).toEqual(Array(6).fill('sending'));
    expect(changes).toEqual(Array(12).fill(6));
    expect(partner.times('createOrder')).toBe(12);
  });

  it('one that cannot be stored holds up no other, and is stored as soon as it can be', async () => {
    const { answers, first, next, states, state, clock, db, failures, creates } = await sixUnderWay();
    const [bad = '', ...good] = first;
    db.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON keys WHEN NEW.order_id = '${bad}'
      BEGIN SELECT RAISE(ABORT, 'this one not'); END`);
    for (const [at, answer] of answers.splice(0).entries()) answer(completed(`P${at}`));
    await clock.pass(5_000);
    expect(state(bad)).toBe('sending');
    expect(states(good)).toEqual(Array(5).fill('completed'));
    expect(states(next).filter(now => now === 'sending')).toHaveLength(5);
    expect(failures.length).toBeGreaterThan(1);
    db.exec('DROP TRIGGER broken');
    await clock.pass(2_000);
    expect(state(bad)).toBe('completed');
    expect(creates(bad)).toBe(1);
  });

  it('an order that cannot be claimed is not sent, and the others go on', async () => {
    const { place, clock, db, state, creates } = open(aFaithfulPartner().answers);
    const [bad = '', good = ''] = place(2);
    db.exec(`CREATE TEMP TRIGGER broken BEFORE UPDATE ON orders WHEN NEW.id = '${bad}'
      BEGIN SELECT RAISE(ABORT, 'this one not'); END`);
    await clock.pass(5_000);
    expect([state(bad), creates(bad)]).toEqual(['queued', 0]);
    expect(state(good)).toBe('completed');
    db.exec('DROP TRIGGER broken');
    await clock.pass(31_000);
    expect([state(bad), creates(bad)]).toEqual(['completed', 1]);
  });
});

describe('news of the way to the partner that cannot be acted upon', () => {
  it('takes no answer with it', async () => {
    const { answers, partner } = aSlowPartner();
    const { clock, db, place, state, connection } = open(partner);
    const [id = ''] = place();
    await clock.pass(0);
    connection.observe(unsent);
    const [waiting = ''] = place();
    const reason = `UPDATE orders SET reason = 'partner_down', next_at = next_at + 60000 WHERE id = ?`;
    db.prepare(reason).run(waiting);
    refuseWrites(db);
    answers[0]?.(COMPLETED);
    await clock.pass(5_000);
    refuseWrites(db, false);
    await clock.pass(5_000);
    expect(state(id)).toBe('completed');
  });
});

describe('a till whose start is tried again because another part of it failed', () => {
  it('goes on waiting for the answers that are under way, and wakes what waits once', async () => {
    const { answers, partner } = aSlowPartner();
    const { clock, db, place, queue, state, states, connection, orders } = open(partner);
    const [id = ''] = place();
    await clock.pass(0);
    queue.start();
    expect(state(id)).toBe('sending');

    connection.observe(unsent);
    const ids = place(2);
    db.prepare(`UPDATE orders SET reason = 'partner_down' WHERE state = 'queued'`).run();
    let woken = 0;
    orders.onChange(changed => {
      if (changed.length === ids.length && changed.every(order => order.state === 'queued')) woken++;
    });
    connection.observe(COMPLETED);
    answers[0]?.(COMPLETED);
    await clock.pass(0);
    expect([woken, state(id), ...states(ids)]).toEqual([1, 'completed', 'sending', 'sending']);
  });
});

describe('a process that ends', () => {
  it('while a request is under way asks about it at the next start, before anything is sent', async () => {
    const { answers, booked, book } = aFaithfulPartner();
    const before = open({
      ...answers,
      createOrder(request) {
        book(request);
        return new Promise(() => {});
      },
    });
    const ids = before.place(3);
    await before.clock.pass(100);
    expect(before.states(ids)).toEqual(['sending', 'sending', 'sending']);
    before.connection.stop();

    const after = open(answers, { db: before.db, clock: before.clock });
    expect(after.states(ids)).toEqual(['unknown', 'unknown', 'unknown']);
    await after.clock.pass(1_000);
    expect(after.states(ids)).toEqual(['completed', 'completed', 'completed']);
    expect(after.partner.times('createOrder')).toBe(0);
    expect(booked.size).toBe(3);
  });

  it('before its requests arrived sends them again, once it has waited for what may still arrive', async () => {
    const before = open({ ...aFaithfulPartner().answers, createOrder: () => new Promise(() => {}) });
    const [id = ''] = before.place();
    await before.clock.pass(100);
    before.connection.stop();
    before.clock.set(before.clock.now() + 3 * 60 * MINUTE);

    const after = open(aFaithfulPartner().answers, { db: before.db, clock: before.clock });
    await after.clock.pass(29_000);
    expect([after.state(id), after.creates(id)]).toEqual(['unknown', 0]);
    await after.clock.pass(2_000);
    expect([after.state(id), after.creates(id)]).toEqual(['completed', 1]);
  });

  it('by itself takes up nothing new and waits until what is under way has been stored', async () => {
    const { answers, partner } = aSlowPartner();
    const { clock, place, state, queue, creates } = open(partner);
    const [first = ''] = place();
    await clock.pass(0);
    let stopped = false;
    const stopping = queue.stop().then(() => {
      stopped = true;
    });
    const [second = ''] = place();
    await clock.pass(MINUTE);
    expect(stopped).toBe(false);
    answers[0]?.(COMPLETED);
    await stopping;
    expect(state(first)).toBe('completed');
    await clock.pass(MINUTE);
    expect([state(second), creates(second)]).toEqual(['queued', 0]);
  });

  it('lets go of an answer that comes when the database is closed: the next start asks for it', async () => {
    const { answers, partner } = aSlowPartner();
    const { clock, place, queue, db, failures } = open(partner);
    place();
    await clock.pass(0);
    void queue.stop();
    db.close();
    answers[0]?.(timedOut);
    await clock.pass(10 * MINUTE);
    expect(failures.length).toBeLessThanOrEqual(1);
  });
});
