import type { CatalogueRow, Partner, PartnerOffer, PartnerResult } from '../../electron/partner/partner.ts';

type Method = keyof Partner;
type Answers = { -readonly [M in Method]?: Partner[M] };

/** A partner that answers what the test tells it to and remembers what it was asked. Any other call fails the test. */
export class FakePartner implements Partner {
  readonly asked: { method: Method; given: unknown[] }[] = [];
  answers: Answers;

  constructor(answers: Answers = {}) {
    this.answers = answers;
  }

  balance: Partner['balance'] = (...given) => this.#answer('balance', given)(...given);
  transactions: Partner['transactions'] = (...given) => this.#answer('transactions', given)(...given);
  offer: Partner['offer'] = (...given) => this.#answer('offer', given)(...given);
  createOrder: Partner['createOrder'] = (...given) => this.#answer('createOrder', given)(...given);
  orderStatus: Partner['orderStatus'] = (...given) => this.#answer('orderStatus', given)(...given);
  checkPlayer: Partner['checkPlayer'] = (...given) => this.#answer('checkPlayer', given)(...given);
  telegramUser: Partner['telegramUser'] = (...given) => this.#answer('telegramUser', given)(...given);
  cataloguePage: Partner['cataloguePage'] = (...given) => this.#answer('cataloguePage', given)(...given);
  servers: Partner['servers'] = (...given) => this.#answer('servers', given)(...given);
  close: Partner['close'] = async () => {};

  times(method: Method): number {
    return this.asked.filter(call => call.method === method).length;
  }

  #answer<M extends Method>(method: M, given: unknown[]): Partner[M] {
    this.asked.push({ method, given });
    const answer = this.answers[method];
    if (!answer) throw new Error(`the test did not expect the partner to be asked for ${method}`);
    return answer;
  }
}

export const ok = <T>(value: T): PartnerResult<T> => ({ kind: 'ok', value });
export const refused = (code: Extract<PartnerResult<never>, { kind: 'refused' }>['code']) =>
  ({ kind: 'refused', code }) as const satisfies PartnerResult<never>;
export const unsent = { kind: 'unsent', cause: 'ECONNREFUSED' } as const satisfies PartnerResult<never>;
export const timedOut = { kind: 'lost', cause: 'timeout' } as const satisfies PartnerResult<never>;

export function anOffer(change: Partial<PartnerOffer> = {}): PartnerOffer {
  return {
    offerId: 999,
    productName: 'Steam US',
    offerName: 'TEST OFFER GROUP',
    price: '23.09',
    currency: 'KZT',
    returnsKey: true,
    ...change,
  };
}

export function aRow(change: Partial<CatalogueRow> = {}): CatalogueRow {
  return { ...anOffer(), inStock: true, needsServer: false, ...change };
}

/** Serves `rows` page by page, as the partner's catalogue call does. */
export function pagesOf(rows: readonly CatalogueRow[], pageSize = 1000): Partner['cataloguePage'] {
  return async (page, limit) => {
    const size = Math.min(limit, pageSize);
    return ok({ rows: rows.slice((page - 1) * size, page * size), skipped: 0, total: rows.length });
  };
}
