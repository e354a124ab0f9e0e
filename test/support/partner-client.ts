import { createPartner } from '../../electron/partner/create-partner.ts';
import type { Tokens } from '../../electron/partner/send.ts';
import type { Http, HttpAnswer, HttpLost, HttpRequest, HttpUnsent } from '../../electron/ports.ts';

export const SHOP_TOKEN = 'abcdef1234567890abcdef1234567890';
export const MANAGEMENT_TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

export const HOSTS = { partner: 'https://partner.example', aggregator: 'https://aggregator.example' };

type Came = HttpAnswer | HttpUnsent | HttpLost;

export function httpAnswer(status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { kind: 'answer', status, headers, body: Buffer.from(text) };
}

/** A client over an Http port that gives `answers` in turn, the last one for ever, and remembers what it was asked. */
export function partnerOver(answers: Came | Came[], tokens: Partial<Tokens> = {}) {
  const left = [answers].flat();
  const requests: HttpRequest[] = [];
  const log: unknown[] = [];
  const http: Http = {
    async request(request) {
      requests.push(request);
      const came = left.length > 1 ? left.shift() : left[0];
      if (!came) throw new Error('no answer prepared');
      return came;
    },
  };
  const partner = createPartner({
    http,
    hosts: HOSTS,
    tokens: { shop: () => SHOP_TOKEN, management: () => undefined, ...tokens },
    log: entry => log.push(entry),
  });
  return { partner, requests, log };
}

/** The answer of the partner's page to create-order. */
export const KEY_ORDER = {
  orderId: 10222502,
  count: 1,
  price: 560.1,
  currency: 'RUB',
  offerId: 1001,
  productName: 'PUBG MOBILE GIFT',
  offerName: '60 UC',
  status: 'COMPLETED',
  isReturnDataForCustomer: true,
  key: '001434249936',
  createdAt: '2024-05-28 10:08:04.296+00',
};

export const ORDER_REQUEST = { offerId: 1001, price: '560.10', transactionId: 'till-1' };
