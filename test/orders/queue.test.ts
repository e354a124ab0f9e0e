import { afterEach, describe, expect, it } from 'vitest';
import type { OrderRequest, PartnerOrder, PartnerResult } from '../../electron/partner/partner.ts';
import { anOffer, ok, refused, timedOut, unsent } from '../support/fake-partner.ts';
import { aFaithfulPartner, anAnswer, aQueue } from './a-queue.ts';
import { MINUTE, tooMany } from './an-order.ts';

let till: ReturnType<typeof aQueue>;
afterEach(async () => {
  await till.queue.stop();
  till.connection.stop();
  till.db.close();
});

const open = (...given: Parameters<typeof aQueue>) => {
  till = aQueue(...given);
  till.start();
  return till;
};

describe('the line of orders', () => {
  it('sends what is placed, once each, and stores the key', async () => {
    const { clock, place, states, creates, orders } = open(aFaithfulPartner().answers);
    const ids = place(20);
    await clock.pass(1_000);
    expect(states(ids)).toEqual(ids.map(() => 'completed'));
    expect(ids.map(creates)).toEqual(ids.map(() => 1));
    expect(orders.revealKey(ids[0] ?? '', { id: 's1', name: 'Mira', role: 'cashier' })).toMatch(/^KEY-\d+$/);
  });

  it('has at most six requests under way, and takes up the next when one is answered', async () => {
    const underWay: ((result: PartnerResult<PartnerOrder>) => void)[] = [];
    const { clock, place, partner } = open({
      ...aFaithfulPartner().answers,
      createOrder: () => {
        const { promise, arrive } = anAnswer<PartnerResult<PartnerOrder>>();
        underWay.push(arrive);
        return promise;
      },
    });
    place(10);
    await clock.pass(5_000);
    expect(partner.times('createOrder')).toBe(6);
    underWay[0]?.(ok({ partnerOrderId: 'P1', status: 'COMPLETED', key: 'K' }));
    await clock.pass(0);
    expect(partner.times('createOrder')).toBe(7);
    for (let answered = 1; answered < 10; answered++) {
      underWay[answered]?.(ok({ partnerOrderId: `P${answered + 1}`, status: 'COMPLETED', key: 'K' }));
      await clock.pass(0);
    }
    expect(partner.times('createOrder')).toBe(10);
  });

  it('is not held up by an order that is held, or by one whose outcome stays unknown', async () => {
    const { answers, book } = aFaithfulPartner();
    const bad = new Map<string, PartnerResult<PartnerOrder>>();
    const { clock, place, states, orders } = open({
      ...answers,
      createOrder: async request => bad.get(request.transactionId) ?? book(request),
      orderStatus: async id => (bad.get(id) === timedOut ? timedOut : answers.orderStatus(id)),
    });
    const [held = '', unknown = ''] = place(2);
    bad.set(held, refused('INVALID_REQUEST_BODY'));
    bad.set(unknown, timedOut);
    await clock.pass(10_000);
    const ids = place(3);
    await clock.pass(2 * MINUTE);
    expect(states([held, unknown])).toEqual(['held', 'unknown']);
    expect(states(ids)).toEqual(['completed', 'completed', 'completed']);
    expect(orders.summary()).toMatchObject({ waiting: 1, held: 1 });
  });

  it('asks what became of a lost request, and buys nothing twice', async () => {
    const { answers, book, booked } = aFaithfulPartner();
    const { clock, place, state, creates } = open({
      ...answers,
      createOrder: async request => {
        book(request);
        return timedOut;
      },
    });
    const [id = ''] = place();
    await clock.pass(100);
    expect(state(id)).toBe('completed');
    expect(creates(id)).toBe(1);
    expect(booked.size).toBe(1);
  });

  it('sends a request that never arrived again, when it cannot arrive any more', async () => {
    const { answers, book } = aFaithfulPartner();
    let losses = 1;
    const { clock, place, state, creates } = open({
      ...answers,
      createOrder: async request => (losses-- > 0 ? timedOut : book(request)),
    });
    const [id = ''] = place();
    await clock.pass(29_000);
    expect([state(id), creates(id)]).toEqual(['unknown', 1]);
    await clock.pass(2_000);
    expect([state(id), creates(id)]).toEqual(['completed', 2]);
  });

  it('reads a floating price just before ordering, and only then', async () => {
    const { answers } = aFaithfulPartner();
    const { clock, place, partner } = open({
      ...answers,
      offer: async offerId => ok(anOffer({ offerId, price: '101' })),
    });
    place(1, { offerId: 'telegram_stars_100', delivery: 'stars', playerId: '42' });
    place(1);
    await clock.pass(100);
    expect(partner.times('offer')).toBe(1);
    const prices = partner.asked
      .filter(({ method }) => method === 'createOrder')
      .map(({ given: [request] }) => (request as OrderRequest).price);
    expect(prices.sort()).toEqual(['100', '101']);
  });

  it('moves on when the wall clock was set back by years while orders wait', async () => {
    const { answers, book } = aFaithfulPartner();
    let refusals = 1;
    const { clock, place, state } = open({
      ...answers,
      createOrder: async request => (refusals-- > 0 ? refused('INSUFFICIENT_BALANCE') : book(request)),
    });
    const [id = ''] = place();
    await clock.pass(100);
    expect(state(id)).toBe('queued');
    clock.set(Date.parse('2020-01-01T00:00:00Z'));
    await clock.pass(MINUTE);
    expect(state(id)).toBe('completed');
  });

  it('tries an order that the partner never accepts more and more rarely, whatever else succeeds', async () => {
    const { answers, book } = aFaithfulPartner();
    const unlucky = new Set<string>();
    const { clock, place, creates } = open({
      ...answers,
      createOrder: async request =>
        unlucky.has(request.transactionId) ? refused('SERVICE_UNAVAILABLE') : book(request),
    });
    const [id = ''] = place();
    unlucky.add(id);
    for (let minute = 0; minute < 60; minute++) {
      place();
      await clock.pass(MINUTE);
    }
    expect(creates(id)).toBeLessThan(30);
  });
});

describe('a partner that is away', () => {
  it('gets no orders, is probed gently, and gets them all when it is back', async () => {
    const { answers, book } = aFaithfulPartner();
    let away = true;
    const { clock, place, states, partner, connection } = open({
      ...answers,
      balance: async () => (away ? unsent : answers.balance()),
      createOrder: async request => (away ? unsent : book(request)),
    });
    const ids = place(50);
    await clock.pass(60 * MINUTE);
    expect(connection.current()).toMatchObject({ state: 'offline', nextTryAt: expect.any(String) });
    expect(partner.times('createOrder')).toBeLessThanOrEqual(6);
    expect(partner.times('balance')).toBeLessThan(100);
    away = false;
    await clock.pass(MINUTE);
    expect(states(ids)).toEqual(ids.map(() => 'completed'));
    expect(connection.current().state).toBe('online');
  });

  it('that asks for fewer requests is left alone for as long as it says', async () => {
    const { answers, book } = aFaithfulPartner();
    let limited = true;
    const { clock, place, states, partner } = open({
      ...answers,
      createOrder: async request =>
        limited ? { kind: 'rate_limited', retryAfterMs: 20_000 } : book(request),
    });
    await clock.pass(0);
    const ids = place(3);
    await clock.pass(100);
    const asked = partner.asked.length;
    limited = false;
    await clock.pass(19_000);
    expect(partner.asked).toHaveLength(asked);
    await clock.pass(2_000);
    expect(states(ids)).toEqual(ids.map(() => 'completed'));
  });

  it('that asks for fewer requests and for no pause is given one, longer each time', async () => {
    const { clock, place, creates } = open({
      ...aFaithfulPartner().answers,
      createOrder: async () => ({ kind: 'rate_limited', retryAfterMs: 0 }),
    });
    await clock.pass(0);
    const [id = ''] = place();
    await clock.pass(60 * MINUTE);
    expect(creates(id)).toBeLessThan(30);
  });

  it('that lost a request, and then says for a day that the balance is too low, leaves the order to a person', async () => {
    const { answers } = aFaithfulPartner();
    let isLost = true;
    const { clock, place, state, orders, creates } = open({
      ...answers,
      createOrder: async () => {
        if (!isLost) return refused('INSUFFICIENT_BALANCE');
        isLost = false;
        return timedOut;
      },
    });
    await clock.pass(0);
    const [id = ''] = place();
    await clock.pass(23 * 60 * MINUTE);
    expect(state(id)).toBe('queued');
    await clock.pass(2 * 60 * MINUTE);
    expect(orders.get(id)).toMatchObject({
      state: 'held',
      reason: 'expired',
      decisions: ['check', 'retry', 'cancel'],
      unanswered: true,
    });
    const sent = creates(id);
    await clock.pass(48 * 60 * MINUTE);
    expect(creates(id)).toBe(sent);
  });

  it('that takes no token gets no orders until it takes one', async () => {
    const { answers, book } = aFaithfulPartner();
    let revoked = true;
    const { clock, place, state, partner, connection } = open({
      ...answers,
      balance: async () => (revoked ? refused('INVALID_TOKEN') : answers.balance()),
      createOrder: async request => (revoked ? refused('INVALID_TOKEN') : book(request)),
    });
    const [id = ''] = place();
    await clock.pass(60 * MINUTE);
    expect(connection.current().state).toBe('token_rejected');
    expect(partner.times('createOrder')).toBeLessThanOrEqual(1);
    revoked = false;
    connection.tryNow();
    await clock.pass(100);
    expect(state(id)).toBe('completed');
  });

  it('whose orders fail while its balance answers is not flooded', async () => {
    const { answers } = aFaithfulPartner();
    const { clock, place, partner } = open({
      ...answers,
      createOrder: async () => refused('SERVICE_UNAVAILABLE'),
    });
    place(20);
    await clock.pass(60 * MINUTE);
    expect(partner.times('createOrder')).toBeLessThan(600);
  });

  it('waits out a 429 without a Retry-After too', async () => {
    const { answers, book } = aFaithfulPartner();
    let limits = 3;
    const { clock, place, states } = open({
      ...answers,
      createOrder: async request => (limits-- > 0 ? tooMany : book(request)),
    });
    const ids = place(2);
    await clock.pass(MINUTE);
    expect(states(ids)).toEqual(['completed', 'completed']);
  });
});
