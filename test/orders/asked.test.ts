import { describe, expect, it, test } from 'vitest';
import { transition } from '../../electron/orders/order.ts';
import type { OrderFacts } from '../../electron/orders/order-facts.ts';
import type { PartnerOrder, PartnerResult } from '../../electron/partner/partner.ts';
import { refused, timedOut, unsent } from '../support/fake-partner.ts';
import {
  aLostOrder,
  anAcceptedOrder,
  DAY,
  inContext,
  lost,
  MINUTE,
  NOON,
  noSuchCall,
  noToken,
  says,
  tooMany,
} from './an-order.ts';

const asked = (facts: OrderFacts, result: PartnerResult<PartnerOrder>, now = NOON) =>
  transition(facts, { type: 'asked', result }, inContext({ now }));

const NOT_FOUND = refused('ORDER_NOT_FOUND');

describe('what order-status says of an order whose outcome is open', () => {
  test.each<[string, PartnerResult<PartnerOrder>, Partial<OrderFacts>]>([
    ['COMPLETED with the key', says({ key: 'K' }), { state: 'completed', hasKey: true }],
    ['SUBMITTED', says({ status: 'SUBMITTED' }), { state: 'processing', acknowledged: true }],
    ['CANCELED', says({ status: 'CANCELED' }), { state: 'canceled', unansweredSince: null }],
    ['REFUND', says({ status: 'REFUND' }), { state: 'refunded' }],
    ['another offer', says({ offerId: 1001 }), { state: 'held', reason: 'mismatch' }],
    ['ORDER_NOT_FOUND', NOT_FOUND, { state: 'queued', reason: null, nextAt: NOON }],
    ['ORDER_NOT_PROCESSING', refused('ORDER_NOT_PROCESSING'), { state: 'processing', acknowledged: true }],
    ['ORDER_NOT_COMPLETED', refused('ORDER_NOT_COMPLETED'), { state: 'processing', acknowledged: true }],
    [
      'ORDER_ALREADY_CANCELED',
      refused('ORDER_ALREADY_CANCELED'),
      { state: 'canceled', reason: 'by_partner' },
    ],
    ['ORDER_ALREADY_REFUNDED', refused('ORDER_ALREADY_REFUNDED'), { state: 'refunded' }],
    ['INVALID_TOKEN', refused('INVALID_TOKEN'), { state: 'unknown', reason: 'token_rejected' }],
    ['SERVICE_UNAVAILABLE', refused('SERVICE_UNAVAILABLE'), { state: 'unknown', reason: 'partner_down' }],
    ['BALANCE_UNAVAILABLE', refused('BALANCE_UNAVAILABLE'), { state: 'unknown', reason: 'partner_down' }],
    [
      'TRANSACTION_DUPLICATE',
      refused('TRANSACTION_DUPLICATE'),
      { state: 'unknown', reason: 'not_understood' },
    ],
    ['WRONG_PRICE', refused('WRONG_PRICE'), { state: 'unknown', reason: 'not_understood' }],
    ['OFFER_NOT_FOUND', refused('OFFER_NOT_FOUND'), { state: 'unknown', reason: 'not_understood' }],
    ['INSUFFICIENT_BALANCE', refused('INSUFFICIENT_BALANCE'), { state: 'unknown', reason: 'not_understood' }],
    ['INVALID_REQUEST_BODY', refused('INVALID_REQUEST_BODY'), { state: 'unknown', reason: 'not_understood' }],
    ['429', tooMany, { state: 'unknown', reason: 'rate_limited' }],
    ['no token', noToken, { state: 'unknown', reason: 'token_rejected' }],
    ['a question that never left', unsent, { state: 'unknown', reason: 'partner_down' }],
    ['no such call', noSuchCall, { state: 'unknown', reason: 'not_understood' }],
    ['no answer', timedOut, { state: 'unknown', reason: 'partner_down' }],
    ['an HTTP 500', lost('server_error'), { state: 'unknown', reason: 'partner_down' }],
    ['an answer that fits nothing', lost('not_understood'), { state: 'unknown', reason: 'not_understood' }],
  ])('%s', (_, result, wanted) => {
    expect(asked(aLostOrder(), result).facts).toMatchObject(wanted);
  });
});

describe('an order that the partner does not find', () => {
  it('waits until its request cannot arrive any more, and is then sent again under the same id', () => {
    const waiting = asked(aLostOrder({ underWayUntil: NOON + 20_000 }), NOT_FOUND).facts;
    expect(waiting).toMatchObject({ state: 'unknown', nextAt: NOON + 20_000 });
    expect(asked(waiting, NOT_FOUND, NOON + 19_999).facts.state).toBe('unknown');
    expect(asked(waiting, NOT_FOUND, NOON + 20_000).facts.state).toBe('queued');
  });

  it('waits as long by a clock that nobody sets, however far the wall clock was put forward', () => {
    const context = inContext({ now: NOON + 60 * MINUTE, underWayMs: 12_000 });
    const { facts } = transition(aLostOrder(), { type: 'asked', result: NOT_FOUND }, context);
    expect(facts).toMatchObject({ state: 'unknown', nextAt: context.now + 12_000 });
  });

  it('begins to wait anew, and no longer than once, where the wall clock was set back', () => {
    const back = NOON - DAY;
    const waiting = asked(aLostOrder({ underWayUntil: NOON + 20_000 }), NOT_FOUND, back).facts;
    expect(waiting).toMatchObject({ state: 'unknown', nextAt: back + 90_000 });
    expect(asked(waiting, NOT_FOUND, back + 90_000).facts.state).toBe('queued');
  });

  it('is a person’s to decide when its request went unanswered for more than a day', () => {
    expect(asked(aLostOrder(), NOT_FOUND, NOON + DAY).facts.state).toBe('queued');
    expect(asked(aLostOrder(), NOT_FOUND, NOON + DAY + 1).facts).toMatchObject({
      state: 'held',
      reason: 'expired',
      nextAt: null,
    });
  });

  it('is never sent again by itself once the partner has acknowledged it', () => {
    for (const acknowledged of [anAcceptedOrder(), aLostOrder({ acknowledged: true })]) {
      let facts = acknowledged;
      for (let tries = 0; facts.state !== 'held'; tries++) {
        expect(tries).toBeLessThan(20);
        facts = asked(facts, NOT_FOUND, facts.nextAt ?? 0).facts;
        expect(facts.state).not.toBe('queued');
      }
      expect(facts.reason).toBe('mismatch');
    }
  });
});

describe('an order that the partner works on', () => {
  it('is asked about more and more slowly, and said to be slow after a while', () => {
    let facts = anAcceptedOrder();
    const waits: number[] = [];
    const reasons: unknown[] = [];
    for (let now = NOON; waits.length < 12; now = facts.nextAt ?? now) {
      facts = asked(facts, says({ status: 'PROCESSING' }), now).facts;
      waits.push((facts.nextAt ?? 0) - now);
      reasons.push(facts.reason);
    }
    expect(waits.slice(0, 3)).toEqual([1_125, 1_688, 2_531]);
    expect(waits.at(-1)).toBe(22_500);
    expect([reasons[7], reasons[8]]).toEqual([null, 'slow']);
  });

  it('that is COMPLETED without its key is asked again for a while, then held', () => {
    let facts = anAcceptedOrder();
    for (let times = 0; times < 6; times++) {
      facts = asked(facts, says()).facts;
      expect(facts).toMatchObject({ state: 'processing', reason: 'key_pending' });
    }
    expect(asked(facts, says({ key: 'K' })).facts.state).toBe('completed');
    expect(asked(facts, says()).facts).toMatchObject({ state: 'held', reason: 'key_missing' });
  });
});

describe('a second look at an order that is final', () => {
  const completed = anAcceptedOrder({ state: 'completed', hasKey: true, nextAt: NOON });

  it('notes what still holds and asks no more', () => {
    expect(asked(completed, says({ key: 'K' }))).toEqual({
      facts: { ...completed, nextAt: null, tries: 0 },
      effects: [],
    });
  });

  it('keeps a key that was lost here', () => {
    const { facts, effects } = asked({ ...completed, hasKey: false }, says({ key: 'K' }));
    expect(facts).toMatchObject({ state: 'completed', hasKey: true, nextAt: null });
    expect(effects).toEqual([{ type: 'store_key', key: 'K' }]);
  });

  it('obeys a refund, and only reports anything else that contradicts it', () => {
    for (const result of [says({ status: 'REFUND' }), refused('ORDER_ALREADY_REFUNDED')]) {
      expect(asked(completed, result).facts).toMatchObject({ state: 'refunded', reason: 'by_partner' });
    }
    for (const result of [
      says({ status: 'CANCELED' }),
      says({ status: 'PROCESSING' }),
      refused('ORDER_ALREADY_CANCELED'),
      NOT_FOUND,
    ]) {
      const { facts, effects } = asked(completed, result);
      expect(facts).toMatchObject({ state: 'completed', nextAt: null });
      expect(effects).toMatchObject([{ type: 'contradiction' }]);
    }
  });

  it('goes on asking while there is no answer', () => {
    for (const result of [timedOut, unsent, tooMany, refused('INVALID_TOKEN')]) {
      const { facts } = asked(completed, result);
      expect(facts.state).toBe('completed');
      expect(facts.nextAt).toBeGreaterThan(NOON);
    }
  });
});

describe('an order that nobody can say anything about', () => {
  test.each<[string, PartnerResult<PartnerOrder>]>([
    ['is not answered', timedOut],
    ['cannot be asked about', unsent],
    ['is answered with something else', lost('not_understood')],
  ])('becomes a person’s to decide after a day in which it %s', (_what, result) => {
    const since = aLostOrder();
    const early = asked(since, result, (since.unansweredSince ?? 0) + DAY);
    expect(early.facts.state).toBe('unknown');
    const late = asked(since, result, (since.unansweredSince ?? 0) + DAY + MINUTE);
    expect(late.facts).toMatchObject({ state: 'held', reason: 'expired', nextAt: null });
  });
});
