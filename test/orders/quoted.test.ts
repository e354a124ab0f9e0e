import { describe, expect, it, test } from 'vitest';
import { transition } from '../../electron/orders/order.ts';
import type { OrderFacts } from '../../electron/orders/order-facts.ts';
import { needsQuote } from '../../electron/orders/rules.ts';
import type { PartnerOffer, PartnerResult } from '../../electron/partner/partner.ts';
import { PARTNER_CODES } from '../../electron/partner/partner.ts';
import { anOffer, ok, refused, timedOut, unsent } from '../support/fake-partner.ts';
import { anOrder, aSentOrder, inContext, MINUTE, NOON, noSuchCall, noToken, tooMany } from './an-order.ts';

const quoted = (facts: OrderFacts, result: PartnerResult<PartnerOffer>, now = NOON) =>
  transition(facts, { type: 'quoted', result }, inContext({ now }));
const at = (price: string, change: Partial<PartnerOffer> = {}) => ok(anOffer({ price, ...change }));
const unpriced = anOrder({ quotedAt: null });

describe('the price that is read just before ordering', () => {
  test.each(['0.01', '100', '102'])('%s is within the tolerance of 100: the order goes on at it', price => {
    expect(quoted(unpriced, at(price)).facts).toMatchObject({
      state: 'queued',
      cost: price,
      agreedCost: '100',
      quotedAt: NOON,
      nextAt: NOON,
    });
  });

  it('beyond the tolerance it is held, with the new price to agree to', () => {
    expect(quoted(unpriced, at('102.01')).facts).toMatchObject({
      state: 'held',
      reason: 'price_changed',
      quotedCost: '102.01',
      cost: '100',
    });
  });

  it('in another currency it is held, and names no price that could be taken for one in ours', () => {
    expect(quoted(unpriced, at('100', { currency: 'USD' })).facts).toMatchObject({
      state: 'held',
      reason: 'price_changed',
      quotedCost: null,
    });
  });

  it('is measured against what was agreed to at the sale, so that many small steps do not add up', () => {
    let facts: OrderFacts = unpriced;
    for (const price of ['101', '102', '103', '104']) {
      facts = quoted(facts, at(price)).facts;
      if (facts.state === 'held') break;
      facts = { ...facts, quotedAt: null };
    }
    expect(facts).toMatchObject({ state: 'held', quotedCost: '103', cost: '102' });
  });

  it('is noted in the catalogue, whatever becomes of the order', () => {
    for (const price of ['100', '5000']) {
      expect(quoted(unpriced, at(price)).effects).toEqual([
        { type: 'note_cost', cost: price, currency: 'KZT' },
      ]);
    }
  });

  it('of another offer is no price of ours', () => {
    expect(quoted(unpriced, at('100', { offerId: 1001 }))).toMatchObject({
      facts: { state: 'queued', reason: 'not_understood', quotedAt: null },
      effects: [],
    });
  });

  it('that cannot be read makes the order wait', () => {
    for (const result of [tooMany, noToken, unsent, timedOut, noSuchCall, ...PARTNER_CODES.map(refused)]) {
      const { facts } = quoted(unpriced, result);
      if (facts.state === 'held') continue;
      expect(facts).toMatchObject({ state: 'queued', quotedAt: null, tries: 1 });
    }
    expect(quoted(unpriced, refused('OFFER_NOT_FOUND'))).toMatchObject({
      facts: { state: 'held', reason: 'offer_gone' },
      effects: [{ type: 'mark_offer_gone' }],
    });
    expect(quoted(unpriced, refused('INVALID_REQUEST_BODY')).facts.reason).toBe('refused');
  });

  it('is not asked for again without a pause, whatever wait the partner names', () => {
    const { facts } = quoted({ ...unpriced, tries: 20 }, { kind: 'rate_limited', retryAfterMs: 0 });
    expect(facts.nextAt).toBeGreaterThan(NOON + MINUTE / 2);
  });

  it('accounts for no request that was lost before', () => {
    const lost = anOrder({ quotedAt: null, unansweredSince: NOON - MINUTE, lastSentAt: NOON - MINUTE });
    for (const result of [tooMany, at('100'), refused('SERVICE_UNAVAILABLE')]) {
      expect(quoted(lost, result).facts.unansweredSince).toBe(NOON - MINUTE);
    }
  });
});

describe('a price that nobody understands', () => {
  const garbled = { kind: 'lost', cause: 'not_understood', text: 'HTTP 200 {"price":"much"}' } as const;
  const again = (results: PartnerResult<PartnerOffer>[], from = unpriced) =>
    results.reduce((facts, result) => quoted(facts, result).facts, from);

  test.each([garbled, { kind: 'lost', cause: 'too_large' }] as const)('is said to be so: $cause', result => {
    expect(quoted(unpriced, result).facts).toMatchObject({ state: 'queued', reason: 'not_understood' });
  });

  it('is a person’s to decide after eight in a row, with what came', () => {
    const seven = again(Array(7).fill(garbled));
    expect(seven).toMatchObject({ state: 'queued', reason: 'not_understood', tries: 7 });
    expect(quoted(seven, garbled).facts).toMatchObject({
      state: 'held',
      reason: 'refused',
      message: 'HTTP 200 {"price":"much"}',
    });
  });

  it('does not count the outages before it', () => {
    const after = again([...Array(20).fill(timedOut), garbled]);
    expect(after).toMatchObject({ state: 'queued', reason: 'not_understood' });
  });

  it('begins anew after an answer of another kind', () => {
    const broken = again([...Array(7).fill(garbled), tooMany, ...Array(7).fill(garbled)]);
    expect(broken.state).toBe('queued');
  });

  it('is no outage: through those the order waits for as long as they last', () => {
    for (const cause of ['timeout', 'cut', 'server_error'] as const) {
      expect(again(Array(50).fill({ kind: 'lost', cause }))).toMatchObject({
        state: 'queued',
        reason: 'partner_down',
      });
    }
  });
});

describe('whether it has to be read', () => {
  it('for Stars whenever it is older than half a minute, by a clock set forward or back', () => {
    const stars = anOrder({ delivery: 'stars' });
    expect(needsQuote({ ...stars, quotedAt: null }, NOON)).toBe(true);
    expect([-31_000, -29_000, 29_000, 31_000].map(passed => needsQuote(stars, NOON + passed))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('for everything else only after the partner has refused it', () => {
    expect(needsQuote(anOrder(), NOON + 60 * MINUTE)).toBe(false);
    const { facts } = transition(
      aSentOrder(),
      { type: 'created', result: refused('WRONG_PRICE') },
      inContext(),
    );
    expect(needsQuote(facts, NOON)).toBe(true);
  });
});

describe('a partner that refuses the very price it names', () => {
  const refusal = { type: 'created', result: refused('WRONG_PRICE') } as const;
  const quote = { type: 'quoted', result: at('101') } as const;

  const goRound = (order: OrderFacts): OrderFacts[] => {
    const seen: OrderFacts[] = [];
    let facts = order;
    while (facts.state !== 'held' && seen.length < 20) {
      const context = inContext({ now: facts.nextAt ?? NOON });
      if (needsQuote(facts, context.now)) facts = transition(facts, quote, context).facts;
      facts = transition(facts, { type: 'claimed' }, context).facts;
      facts = transition(facts, refusal, context).facts;
      seen.push(facts);
    }
    return seen;
  };

  it('is asked again at once, then more and more slowly, and the order is held in the end', () => {
    const seen = goRound(anOrder());
    expect(seen.at(-1)).toMatchObject({ state: 'held', reason: 'price_changed' });
    expect(seen).toHaveLength(6);
    expect(seen[0]?.nextAt).toBe(NOON);
  });

  it('is not blamed for tries that failed for other reasons long after the price was read', () => {
    const [first] = goRound(anOrder({ tries: 12, nextAt: NOON + 60 * MINUTE }));
    expect(first).toMatchObject({ state: 'queued', quotedAt: null, nextAt: NOON + 60 * MINUTE });
  });
});
