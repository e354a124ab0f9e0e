import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { createPartner } from '../../electron/partner/create-partner.ts';
import { parseHosts } from '../../electron/partner/hosts.ts';
import { createUndiciHttp } from '../../electron/partner/undici-http.ts';
import {
  HOSTS,
  httpAnswer,
  KEY_ORDER,
  MANAGEMENT_TOKEN,
  ORDER_REQUEST,
  partnerOver,
  SHOP_TOKEN,
} from '../support/partner-client.ts';
import { rawAnswer, startRawServer } from '../support/raw-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const everythingOf = (value: unknown) =>
  `${inspect(value, { depth: Infinity, showHidden: true, getters: true })}${JSON.stringify(value)}${value}`;

test('the client shows no token however it is looked at', async () => {
  const { partner } = partnerOver(httpAnswer(500, ''), { management: () => MANAGEMENT_TOKEN });
  await partner.transactions(1, 1);
  for (const token of [SHOP_TOKEN, MANAGEMENT_TOKEN]) expect(everythingOf(partner)).not.toContain(token);
});

describe('an echo of our token is removed', () => {
  const escaped = SHOP_TOKEN.replace(/./g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const echoes = [
    SHOP_TOKEN,
    SHOP_TOKEN.toUpperCase(),
    `Bearer ${SHOP_TOKEN}`,
    `x${SHOP_TOKEN}x`,
    SHOP_TOKEN.repeat(2),
  ];

  test.each(echoes)('from every field of an answer: %s', async echo => {
    const order = {
      ...KEY_ORDER,
      orderId: echo,
      key: echo,
      message: echo,
      fulfillmentData: { delivery_status: echo },
    };
    const offer = { ...KEY_ORDER, productName: `${'n'.repeat(190)}${echo}`, offerName: echo };
    const results = [
      await partnerOver(httpAnswer(200, order)).partner.orderStatus('t'),
      await partnerOver(httpAnswer(200, offer)).partner.offer(1001),
      await partnerOver(httpAnswer(200, { status: 'VALID', gameUserLogin: echo })).partner.checkPlayer(
        1,
        'p',
      ),
      await partnerOver(httpAnswer(200, { [echo]: echo })).partner.servers(1),
      await partnerOver(
        httpAnswer(200, { valid: true, username: echo, userInfo: { first_name: echo } }),
      ).partner.telegramUser('someone'),
    ];
    const shown = everythingOf(results).toLowerCase();
    expect(shown).not.toContain(SHOP_TOKEN);
    expect(shown).not.toContain(SHOP_TOKEN.slice(0, 10));
  });

  test('also where it comes escaped', async () => {
    const body = `{"orderId":5,"status":"CANCELED","message":"${escaped}"}`;
    expect(await partnerOver(httpAnswer(200, body)).partner.orderStatus('t')).toEqual({
      kind: 'ok',
      value: { partnerOrderId: '5', status: 'CANCELED', message: '[removed]' },
    });
  });

  test.each([...echoes, escaped])('from what is kept for the manager: %s', async echo => {
    for (const body of [
      echo,
      `<html>${'x'.repeat(480)}${echo}`,
      `{"authorization":"${echo}"}`,
      `{"a":"${echo}"`,
      `{"${echo}":{"b":["${echo}"]}}`,
      `{"code":"WRONG_PRICE","message":"${'y'.repeat(280)} ${echo}"}`,
      `${' '.repeat(20_000)}${echo}`,
      `${'z'.repeat(16_370)}${echo}`,
    ])
      for (const status of [200, 400, 500]) {
        const { partner, log } = partnerOver(httpAnswer(status, body));
        const shown = everythingOf([await partner.createOrder(ORDER_REQUEST), log]).toLowerCase();
        expect(shown).not.toContain(SHOP_TOKEN.slice(0, 10));
      }
  });

  test('also of the other token, and of one that is only being tried', async () => {
    const body = `<p>${MANAGEMENT_TOKEN} tried-token-123</p>`;
    const { partner } = partnerOver(httpAnswer(500, body), { management: () => MANAGEMENT_TOKEN });
    expect(await partner.balance({ token: 'tried-token-123' })).toMatchObject({
      text: 'HTTP 500 <p>[removed] [removed]</p>',
    });
  });
});

describe('a key that comes in an answer nobody understands is masked', () => {
  test.each([
    '{"orderId":1,"status":"SHIPPED","key":"KEY1-SECRET-0001"}',
    '{"orderId":1,"status":"COMPLETED","key":"KEY1-SECRET-0001',
    '{"data":{"keys":["KEY1-SECRET-0001"]}}',
    '{"activation_code":"KEY1SECRET0001"}',
    '{"giftCard":{"pinCode":"KEY1SECRET0001"}}',
    'key=KEY1SECRET0001&status=ok',
    '<key>KEY1-SECRET-0001</key>',
    'Your key: KEY1SECRET0001',
    '{"orderId":1,"note":"use KEY1-SECRET-0001 now"}',
    '{"\\u006bey":"KEY1SECRET0001"',
  ])('%s', async body => {
    const result = await partnerOver(httpAnswer(200, body)).partner.createOrder(ORDER_REQUEST);
    expect(result).toMatchObject({ kind: 'lost', cause: 'not_understood' });
    expect(JSON.stringify(result)).not.toContain('SECRET');
  });
});

test('what is kept for the manager is one line of at most 500 characters', async () => {
  const body = `\u001b[31m${'line\r\n\u0000'.repeat(1_000)}`;
  const result = await partnerOver(httpAnswer(200, body)).partner.createOrder(ORDER_REQUEST);
  const text = result.kind === 'lost' ? (result.text ?? '') : '';
  expect(text.length).toBeLessThanOrEqual(500);
  expect(text).not.toMatch(/\p{Cc}/u);
});

test('a redirect takes the token nowhere', async () => {
  const other = await startRawServer(({ socket }) => void socket.write(rawAnswer(200, '{}')));
  const server = await startRawServer(
    ({ socket }) =>
      void socket.write(rawAnswer(302, '', { location: `${other.url}/api/v1/offers/create-order` })),
  );
  const http = createUndiciHttp({ clock: systemClock });
  closing.push(other.close, server.close, http.close);
  const tokens = { shop: () => SHOP_TOKEN, management: () => undefined };
  const partner = createPartner({ http, hosts: { partner: server.url, aggregator: server.url }, tokens });
  expect(await partner.createOrder(ORDER_REQUEST)).toMatchObject({ kind: 'lost', cause: 'not_understood' });
  expect(server.requests[0]).toContain(SHOP_TOKEN);
  expect(other.connections()).toBe(0);
});

test('nothing a caller says moves a request to another host', async () => {
  const { partner, requests } = partnerOver(httpAnswer(200, {}));
  const evil = '@evil.example/../..//evil.example\\';
  await partner.orderStatus(evil);
  await partner.telegramUser(evil);
  await partner.checkPlayer(1, evil, evil);
  await partner.transactions(evil as never, evil as never);
  const origins = requests.map(request => new URL(request.url).origin);
  expect(origins).toEqual([HOSTS.partner, HOSTS.aggregator, HOSTS.partner, HOSTS.partner]);
});

describe('a host', () => {
  const parse = (partner: string) => parseHosts({ ...HOSTS, partner }).partner;

  test.each([
    ['https://partner.example', 'https://partner.example'],
    ['https://partner.example/', 'https://partner.example'],
    ['https://Partner.Example:8443', 'https://partner.example:8443'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://localhost:4000/', 'http://localhost:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
  ])('%s is fit for a token', (address, origin) => {
    expect(parse(address)).toBe(origin);
  });

  test.each([
    ['http://partner.example', /plain http is allowed only to this machine/],
    ['http://127.0.0.1.evil.example', /plain http/],
    ['http://localhost.evil.example', /plain http/],
    ['http://192.168.1.5', /plain http/],
    ['ws://127.0.0.1', /https/],
    ['file:///etc/passwd', /https/],
    ['javascript:alert(1)', /https/],
    ['partner.example', /web address/],
    ['', /web address/],
    ['https://user:geheim@partner.example', /user name or password/],
    ['https://partner.example/api', /host alone/],
    ['https://partner.example?x=1', /host alone/],
    ['https://partner.example#x', /host alone/],
  ])('%s is not', (address, why) => {
    expect(() => parse(address)).toThrow(why);
    expect(() => parse(address)).not.toThrow(/geheim/);
  });

  test('is checked before a client exists', () => {
    const tokens = { shop: () => SHOP_TOKEN, management: () => undefined };
    const http = { request: async () => httpAnswer(200, {}) };
    const hosts = { ...HOSTS, aggregator: 'http://aggregator.example' };
    expect(() => createPartner({ http, hosts, tokens })).toThrow(
      'The aggregator address must start with https://',
    );
  });
});
