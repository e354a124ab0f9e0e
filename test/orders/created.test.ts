import { describe, expect, it, test } from 'vitest';
import { transition } from '../../electron/orders/order.ts';
import type { OrderFacts } from '../../electron/orders/order-facts.ts';
import type { PartnerOrder, PartnerResult } from '../../electron/partner/partner.ts';
import { refused, timedOut, unsent } from '../support/fake-partner.ts';
import {
  anAcceptedOrder,
  anOrder,
  aSentOrder,
  inContext,
  lost,
  MINUTE,
  NOON,
  noSuchCall,
  noToken,
  says,
  tooMany,
} from './an-order.ts';

const created = (facts: OrderFacts, result: PartnerResult<PartnerOrder>, now = NOON + 1_000) =>
  transition(facts, { type: 'created', result }, inContext({ now }));

describe('what becomes of a create-order request', () => {
  test.each<[string, PartnerResult<PartnerOrder>, Partial<OrderFacts>]>([
    ['COMPLETED with the key', says({ key: 'K' }), { state: 'completed', hasKey: true, chargedCost: '100' }],
    ['SUBMITTED', says({ status: 'SUBMITTED' }), { state: 'processing', reason: null }],
    ['PROCESSING', says({ status: 'PROCESSING' }), { state: 'processing', partnerOrderId: 'P1' }],
    ['COMPLETED without the key', says(), { state: 'processing', reason: 'key_pending' }],
    ['CANCELED', says({ status: 'CANCELED' }), { state: 'canceled', reason: 'by_partner' }],
    ['REFUND', says({ status: 'REFUND' }), { state: 'refunded', reason: 'by_partner' }],
    ['another offer', says({ offerId: 1001, key: 'K' }), { state: 'held', reason: 'mismatch', hasKey: true }],
    ['TRANSACTION_DUPLICATE', refused('TRANSACTION_DUPLICATE'), { state: 'unknown', acknowledged: true }],
    ['ORDER_ALREADY_CANCELED', refused('ORDER_ALREADY_CANCELED'), { state: 'unknown', acknowledged: true }],
    ['ORDER_ALREADY_REFUNDED', refused('ORDER_ALREADY_REFUNDED'), { state: 'unknown', acknowledged: true }],
    ['ORDER_NOT_PROCESSING', refused('ORDER_NOT_PROCESSING'), { state: 'unknown', acknowledged: true }],
    ['ORDER_NOT_COMPLETED', refused('ORDER_NOT_COMPLETED'), { state: 'unknown', acknowledged: true }],
    ['ORDER_NOT_FOUND, which makes no sense', refused('ORDER_NOT_FOUND'), { state: 'unknown' }],
    ['WRONG_PRICE', refused('WRONG_PRICE'), { state: 'queued', reason: null, quotedAt: null }],
    [
      'INSUFFICIENT_BALANCE',
      refused('INSUFFICIENT_BALANCE'),
      { state: 'queued', reason: 'insufficient_balance' },
    ],
    [
      'BALANCE_UNAVAILABLE',
      refused('BALANCE_UNAVAILABLE'),
      { state: 'queued', reason: 'balance_unavailable' },
    ],
    ['SERVICE_UNAVAILABLE', refused('SERVICE_UNAVAILABLE'), { state: 'unknown', reason: 'partner_down' }],
    ['INVALID_TOKEN', refused('INVALID_TOKEN'), { state: 'queued', reason: 'token_rejected' }],
    ['OFFER_NOT_FOUND', refused('OFFER_NOT_FOUND'), { state: 'held', reason: 'offer_gone' }],
    ['INVALID_REQUEST_BODY', refused('INVALID_REQUEST_BODY'), { state: 'held', reason: 'refused' }],
    ['429', tooMany, { state: 'queued', reason: 'rate_limited' }],
    ['no token to send', noToken, { state: 'queued', reason: 'token_rejected', attempts: 0 }],
    ['a request that never left', unsent, { state: 'queued', reason: 'partner_down', attempts: 0 }],
    ['no such call', noSuchCall, { state: 'unknown', reason: 'not_understood' }],
    ['no answer in time', timedOut, { state: 'unknown', reason: 'no_answer' }],
    ['a cut connection', lost('cut'), { state: 'unknown', reason: 'no_answer' }],
    ['an HTTP 500', lost('server_error'), { state: 'unknown', reason: 'partner_down' }],
    ['an answer too large', lost('too_large'), { state: 'unknown', reason: 'not_understood' }],
    ['an answer that fits nothing', lost('not_understood'), { state: 'unknown', reason: 'not_understood' }],
  ])('%s', (_, result, wanted) => {
    expect(created(aSentOrder(), result).facts).toMatchObject(wanted);
  });

  it('an outcome that is not known is asked about at once', () => {
    expect(created(aSentOrder(), timedOut).facts).toMatchObject({ nextAt: NOON + 1_000, tries: 0 });
  });

  it('a lost answer leaves the request unaccounted for, and half a minute in which it may still arrive', () => {
    expect(created(aSentOrder(), timedOut).facts).toMatchObject({
      unansweredSince: NOON,
      underWayUntil: NOON + 31_000,
    });
  });

  it('a refusal accounts for its own request, never for an earlier one that was lost', () => {
    const second = aSentOrder({ unansweredSince: NOON - MINUTE, attempts: 2 });
    for (const code of ['INSUFFICIENT_BALANCE', 'OFFER_NOT_FOUND', 'WRONG_PRICE'] as const) {
      expect(created(aSentOrder(), refused(code)).facts.unansweredSince).toBeNull();
      expect(created(second, refused(code)).facts.unansweredSince).toBe(NOON - MINUTE);
    }
  });

  it('a refusal that comes before the order is looked up says nothing of a copy that was made on the way', () => {
    for (const result of [refused('INVALID_TOKEN'), tooMany])
      expect(created(aSentOrder(), result).facts).toMatchObject({ state: 'queued', unansweredSince: NOON });
  });

  it('a request that never left does not make the order one that may have been booked', () => {
    for (const result of [unsent, noToken]) {
      const { facts } = created(aSentOrder(), result);
      expect(facts).toMatchObject({ unansweredSince: null, attempts: 0 });
    }
  });

  it('too little balance makes the till look at its balance', () => {
    expect(created(aSentOrder(), refused('INSUFFICIENT_BALANCE')).effects).toEqual([
      { type: 'refresh_balance' },
    ]);
  });

  it('waits as long as the partner asks for, and longer each time where it does not say', () => {
    const asked = created(aSentOrder(), { kind: 'rate_limited', retryAfterMs: 60_000 });
    expect(asked.facts.nextAt).toBe(NOON + 61_000);
    const often = aSentOrder({ tries: 20 });
    for (const code of ['INSUFFICIENT_BALANCE', 'BALANCE_UNAVAILABLE'] as const) {
      const atOnce = created(often, { kind: 'refused', code, retryAfterMs: 0 });
      expect(atOnce.facts.nextAt).toBe(created(often, refused(code)).facts.nextAt);
    }
    const limited = created(often, { kind: 'rate_limited', retryAfterMs: 0 });
    expect(limited.facts.nextAt).toBe(created(often, tooMany).facts.nextAt);
    const waits = [0, 1, 2, 3, 20].map(
      tries => (created(aSentOrder({ tries }), tooMany).facts.nextAt ?? 0) - NOON - 1_000,
    );
    expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 225_000]);
  });

  it('an answer that comes when the order has moved on is news of the same order, and its key is kept', () => {
    for (const state of ['unknown', 'processing', 'queued'] as const) {
      const { facts, effects } = created(aSentOrder({ state, nextAt: NOON }), says({ key: 'K' }));
      expect(facts).toMatchObject({ state: 'completed', hasKey: true });
      expect(effects).toContainEqual({ type: 'store_key', key: 'K' });
    }
    const canceled = anOrder({ state: 'canceled', reason: 'by_person', nextAt: null });
    const { facts, effects } = created(canceled, says({ key: 'K' }));
    expect(facts).toMatchObject({ state: 'canceled', hasKey: true });
    expect(effects).toEqual([
      { type: 'store_key', key: 'K' },
      { type: 'contradiction', says: 'COMPLETED' },
    ]);
  });

  it('a failure that comes when the order has moved on changes nothing', () => {
    const accepted = anAcceptedOrder();
    expect(created(accepted, refused('OFFER_NOT_FOUND'))).toEqual({ facts: accepted, effects: [] });
  });

  it('Stars that the partner says it could not credit are a person’s to decide', () => {
    const stars = aSentOrder({ delivery: 'stars', offerId: 'telegram_stars_100' });
    const failed = says({
      offerId: 'telegram_stars_100',
      deliveryStatus: 'failed',
      message: 'STARGIFT_INVALID',
    });
    expect(created(stars, failed).facts).toMatchObject({
      state: 'held',
      reason: 'mismatch',
      message: 'STARGIFT_INVALID',
    });
  });

  it('Stars and top-ups are complete without a key', () => {
    for (const delivery of ['stars', 'topup'] as const) {
      expect(created(aSentOrder({ delivery }), says()).facts.state).toBe('completed');
    }
  });
});
