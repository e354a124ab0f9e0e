import { expect, test } from 'vitest';
import { HOSTS, httpAnswer, MANAGEMENT_TOKEN, partnerOver, SHOP_TOKEN } from '../support/partner-client.ts';
import { BALANCE, calls } from './documented-calls.ts';

test.each(Object.entries(calls))('%s asks and reads exactly what is documented', async (_name, call) => {
  const { partner, requests } = partnerOver(httpAnswer(200, call.answer));
  expect(await call.ask(partner)).toEqual({ kind: 'ok', value: call.value });
  const [request] = requests;
  expect(`${request?.method} ${request?.url}`).toBe(call.request);
  expect(request?.body).toBe(call.body);
  expect(request?.priority).toBe(call.priority);
  expect(request?.headers).toEqual({
    accept: 'application/json',
    authorization: SHOP_TOKEN,
    ...(call.body && { 'content-type': 'application/json' }),
  });
});

test('where the documented balance call is missing, the other one is asked', async () => {
  const { partner, requests } = partnerOver([
    httpAnswer(404, 'Not Found'),
    httpAnswer(200, { balance: 12.5 }),
  ]);
  expect(await partner.balance()).toEqual({
    kind: 'ok',
    value: { balance: '12.5', reserved: '0', currency: 'USD', postpaid: false, partnerId: '' },
  });
  expect(requests.map(request => request.url)).toEqual([
    `${HOSTS.partner}/api/v1/offers/balance`,
    `${HOSTS.partner}/api/v1/balance`,
  ]);
});

test('a token that is not stored yet can be tried', async () => {
  const { partner, requests } = partnerOver(httpAnswer(200, BALANCE), { shop: () => undefined });
  expect(await partner.balance({ token: 'a-new-token-to-try' })).toMatchObject({ kind: 'ok' });
  expect(requests[0]?.headers.authorization).toBe('a-new-token-to-try');
});

test('history is asked with the management token as a bearer, and only history', async () => {
  const { partner, requests } = partnerOver(httpAnswer(200, {}), { management: () => MANAGEMENT_TOKEN });
  await partner.transactions(1, 20);
  await partner.balance();
  expect(requests.map(request => request.headers.authorization)).toEqual([
    `Bearer ${MANAGEMENT_TOKEN}`,
    SHOP_TOKEN,
  ]);
});

test('without a token nothing is sent', async () => {
  const { partner, requests } = partnerOver(httpAnswer(200, {}), { shop: () => undefined });
  expect(await partner.orderStatus('till-1')).toEqual({ kind: 'no_token' });
  expect(await partner.transactions(1, 20)).toEqual({ kind: 'no_token' });
  expect(requests).toEqual([]);
});

test.each(['with space', 'line\r\nbreak: x', 'токен'])(
  'the token %j is refused without being sent',
  async token => {
    const { partner, requests } = partnerOver(httpAnswer(200, BALANCE));
    expect(await partner.balance({ token })).toMatchObject({ kind: 'refused', code: 'INVALID_TOKEN' });
    expect(requests).toEqual([]);
  },
);

test('an offer id goes out as a number or as Stars, and as nothing else', async () => {
  const { partner, requests } = partnerOver(httpAnswer(200, {}));
  for (const odd of ['1001', 0, -1, 1.5, Number.NaN, 'telegram_stars_0', 'telegram_stars_2501', 'x', null]) {
    const id = odd as never;
    const order = { offerId: id, price: '1', transactionId: 't' };
    for (const result of [
      partner.offer(id),
      partner.createOrder(order),
      partner.checkPlayer(id, 'p'),
      partner.servers(id),
    ])
      expect(await result).toMatchObject({ kind: 'refused', code: 'INVALID_REQUEST_BODY' });
  }
  expect(requests).toEqual([]);
});

test('an answer about another offer than the one asked for is not understood', async () => {
  const { partner } = partnerOver(httpAnswer(200, calls['find-one']?.answer));
  expect(await partner.offer(1002)).toMatchObject({ kind: 'lost', cause: 'not_understood' });
});

test('closing the client closes its connections', async () => {
  const { createPartner } = await import('../../electron/partner/create-partner.ts');
  let closed = 0;
  const http = { request: async () => httpAnswer(200, {}), close: async () => void closed++ };
  const tokens = { shop: () => SHOP_TOKEN, management: () => undefined };
  await createPartner({ http, hosts: HOSTS, tokens }).close();
  expect(closed).toBe(1);
});
