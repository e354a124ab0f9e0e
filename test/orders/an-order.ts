import type { OrderContext, OrderEvent, OrderFacts } from '../../electron/orders/order-facts.ts';
import { PARTNER_CODES, type PartnerOrder, type PartnerResult } from '../../electron/partner/partner.ts';
import { anOffer, ok, refused, timedOut, unsent } from '../support/fake-partner.ts';

export const NOON = Date.parse('2026-03-29T12:00:00Z');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** An order for a key, as it lies there right after its sale. */
export function anOrder(change: Partial<OrderFacts> = {}): OrderFacts {
  return {
    state: 'queued',
    reason: null,
    offerId: 999,
    delivery: 'key',
    agreedCost: '100',
    cost: '100',
    costCurrency: 'KZT',
    quotedAt: NOON,
    quotedCost: null,
    chargedCost: null,
    chargedCurrency: null,
    nextAt: NOON,
    tries: 0,
    attempts: 0,
    lastSentAt: null,
    underWayUntil: null,
    unansweredSince: null,
    acknowledged: false,
    restored: false,
    partnerOrderId: null,
    message: null,
    hasKey: false,
    ...change,
  };
}

/** Its request has just left. */
export const aSentOrder = (change: Partial<OrderFacts> = {}): OrderFacts =>
  anOrder({
    state: 'sending',
    nextAt: null,
    attempts: 1,
    lastSentAt: NOON,
    underWayUntil: NOON + 90_000,
    unansweredSince: NOON,
    ...change,
  });

/** Its request was lost, and nothing of it can be under way any more. */
export const aLostOrder = (change: Partial<OrderFacts> = {}): OrderFacts =>
  aSentOrder({ state: 'unknown', reason: 'no_answer', nextAt: NOON, underWayUntil: NOON, ...change });

/** The partner has it and works on it. */
export const anAcceptedOrder = (change: Partial<OrderFacts> = {}): OrderFacts =>
  aSentOrder({
    state: 'processing',
    nextAt: NOON,
    acknowledged: true,
    unansweredSince: null,
    partnerOrderId: 'P1',
    ...change,
  });

export const inContext = (change: Partial<OrderContext> = {}): OrderContext => ({
  now: NOON,
  jitter: 0.5,
  tolerancePercent: '2',
  underWayMs: 0,
  ...change,
});

export const says = (change: Partial<PartnerOrder> = {}): PartnerResult<PartnerOrder> =>
  ok({ partnerOrderId: 'P1', status: 'COMPLETED', offerId: 999, price: '100', currency: 'KZT', ...change });

export const lost = (cause: Extract<PartnerResult<never>, { kind: 'lost' }>['cause']) =>
  ({ kind: 'lost', cause }) as const satisfies PartnerResult<never>;

export const tooMany = { kind: 'rate_limited' } as const satisfies PartnerResult<never>;
export const noSuchCall = { kind: 'no_such_call' } as const satisfies PartnerResult<never>;
export const noToken = { kind: 'no_token' } as const satisfies PartnerResult<never>;

/** Every way in which a call can end without what it was made for. */
export const FAILURES: readonly PartnerResult<never>[] = [
  ...PARTNER_CODES.flatMap(code => [
    refused(code),
    { kind: 'refused', code, retryAfterMs: 7_000, message: 'as the partner puts it' } as const,
  ]),
  tooMany,
  { kind: 'rate_limited', retryAfterMs: 15 * MINUTE },
  noSuchCall,
  unsent,
  timedOut,
  lost('cut'),
  lost('too_large'),
  lost('server_error'),
  { kind: 'lost', cause: 'not_understood', text: 'HTTP 200 <html>' },
  noToken,
];

const UNUSABLE = [{ unusable: 'key' }, { unusable: 'identity' }] as const;
const STATUSES = ['SUBMITTED', 'PROCESSING', 'COMPLETED', 'CANCELED', 'REFUND'] as const;

/** Every order that an answer can speak of: ours or another one, with and without a key. */
export const ANSWERS: readonly PartnerResult<PartnerOrder>[] = STATUSES.flatMap(status =>
  [{}, { key: 'AAAA-BBBB' }].flatMap(key =>
    [{}, { offerId: 1001 }, { partnerOrderId: 'P2' }, { deliveryStatus: 'failed' }, ...UNUSABLE].map(other =>
      says({ status, ...key, ...other }),
    ),
  ),
);

export const QUOTES = [
  ...['0.01', '99', '100', '102', '102.01', '5000'].map(price => ok(anOffer({ price }))),
  ok(anOffer({ price: '100', currency: 'USD' })),
  ok(anOffer({ price: '100', offerId: 1001 })),
  ...FAILURES,
];

export const EVENTS: readonly OrderEvent[] = [
  { type: 'claimed' },
  { type: 'restarted' },
  { type: 'restored', gap: true },
  { type: 'restored', gap: false },
  { type: 'woken' },
  ...[...ANSWERS, ...FAILURES].flatMap(result => [
    { type: 'created', result } as const,
    { type: 'asked', result } as const,
  ]),
  ...QUOTES.map(result => ({ type: 'quoted', result }) as const),
  ...(['retry', 'check', 'cancel', 'reorder'] as const).map(
    decision => ({ type: 'decided', decision }) as const,
  ),
];
