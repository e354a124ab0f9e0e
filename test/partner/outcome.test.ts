import { describe, expect, test } from 'vitest';
import { PARTNER_CODES } from '../../electron/partner/partner.ts';
import { httpAnswer, KEY_ORDER, ORDER_REQUEST, partnerOver } from '../support/partner-client.ts';

/** What create-order makes of such an answer. */
function ordered(status: number, body: unknown, headers?: Record<string, string>) {
  return partnerOver(httpAnswer(status, body, headers)).partner.createOrder(ORDER_REQUEST);
}

function lookedUp(status: number, body: unknown, headers?: Record<string, string>) {
  return partnerOver(httpAnswer(status, body, headers)).partner.offer(1001);
}

describe('a code of the page', () => {
  test.each(PARTNER_CODES)('%s is found in every place it may stand, whatever the status', async code => {
    const bodies = [
      { error: { code } },
      { code },
      { error: code },
      { message: code },
      { error: 'Bad', message: code },
    ];
    for (const status of [200, 302, 400, 401, 404, 409, 429, 500, 503])
      for (const body of bodies) expect(await ordered(status, body)).toMatchObject({ kind: 'refused', code });
  });

  test('error.code comes before code, code before error, error before message', async () => {
    const body = {
      error: { code: 'WRONG_PRICE' },
      code: 'OFFER_NOT_FOUND',
      message: 'INVALID_TOKEN',
    };
    expect(await ordered(400, body)).toMatchObject({ code: 'WRONG_PRICE' });
    expect(await ordered(400, { ...body, error: 'TRANSACTION_DUPLICATE' })).toMatchObject({
      code: 'OFFER_NOT_FOUND',
    });
    expect(await ordered(400, { error: 'TRANSACTION_DUPLICATE', message: 'INVALID_TOKEN' })).toMatchObject({
      code: 'TRANSACTION_DUPLICATE',
    });
  });

  test('carries the partner’s words and its wish to wait', async () => {
    const body = { error: { code: 'SERVICE_UNAVAILABLE', message: 'Back at\nnoon' } };
    expect(await ordered(503, body, { 'retry-after': '7' })).toEqual({
      kind: 'refused',
      code: 'SERVICE_UNAVAILABLE',
      retryAfterMs: 7_000,
      message: 'Back at noon',
    });
  });

  test('in the words of a canceled order, the order counts: it exists', async () => {
    const body = { orderId: 5, status: 'CANCELED', message: 'INSUFFICIENT_BALANCE' };
    expect(await ordered(200, body)).toEqual({
      kind: 'ok',
      value: { partnerOrderId: '5', status: 'CANCELED', message: 'INSUFFICIENT_BALANCE' },
    });
  });
});

describe('without a code', () => {
  test('429 asks to come back later', async () => {
    expect(await ordered(429, '')).toEqual({ kind: 'rate_limited' });
    expect(await ordered(429, '{}', { 'retry-after': '30' })).toEqual({
      kind: 'rate_limited',
      retryAfterMs: 30_000,
    });
  });

  test('401 means the token', async () => {
    expect(await ordered(401, 'Unauthorized')).toEqual({ kind: 'refused', code: 'INVALID_TOKEN' });
  });

  test('404 means a missing call, but never about an order', async () => {
    expect(await lookedUp(404, '<html>')).toEqual({ kind: 'no_such_call' });
    expect(await ordered(404, '<html>')).toMatchObject({ kind: 'lost', cause: 'not_understood' });
    const { partner } = partnerOver(httpAnswer(404, '{}'));
    expect(await partner.orderStatus('t')).toMatchObject({ kind: 'lost', cause: 'not_understood' });
  });

  test.each([500, 502, 503, 504, 520])('%i is the server’s trouble, outcome unknown', async status => {
    expect(await ordered(status, '<h1>Bad gateway</h1>', { 'retry-after': '2' })).toEqual({
      kind: 'lost',
      cause: 'server_error',
      retryAfterMs: 2_000,
      text: `HTTP ${status} <h1>Bad gateway</h1>`,
    });
  });

  test.each([400, 402, 403, 409, 418])('%i leaves the outcome unknown', async status => {
    expect(await ordered(status, { message: 'nope' })).toEqual({
      kind: 'lost',
      cause: 'not_understood',
      text: `HTTP ${status} {"message":"nope"}`,
    });
  });

  test('a player check whose only words are a code is no verdict about the player', async () => {
    const { partner } = partnerOver(httpAnswer(200, { status: 'INVALID', message: 'SERVICE_UNAVAILABLE' }));
    expect(await partner.checkPlayer(1001, 'p')).toMatchObject({
      kind: 'refused',
      code: 'SERVICE_UNAVAILABLE',
    });
  });

  test.each([301, 302, 307, 308])('%i is not followed, not even with a proper order in it', async status => {
    expect(await ordered(status, KEY_ORDER)).toMatchObject({ kind: 'lost', cause: 'not_understood' });
  });

  test('a code that nobody documented leaves the outcome unknown', async () => {
    expect(await ordered(400, { error: { code: 'PARTNER_ON_HOLIDAY' } })).toMatchObject({
      kind: 'lost',
      cause: 'not_understood',
      text: 'HTTP 400 {"error":{"code":"PARTNER_ON_HOLIDAY"}}',
    });
  });
});

describe('an order that cannot be read leaves the outcome unknown', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<html><body>Sign in</body></html>'],
    ['half an answer', JSON.stringify(KEY_ORDER).slice(0, 120)],
    ['null', 'null'],
    ['a list', [KEY_ORDER]],
    ['a wrapped order', { data: KEY_ORDER }],
    ['no id', { ...KEY_ORDER, orderId: undefined }],
    ['an unknown status', { ...KEY_ORDER, status: 'SHIPPED' }],
    ['no status', { ...KEY_ORDER, status: undefined }],
    ['a deep nest', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a nest in the order', `{"orderId":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`],
  ])('%s', async (_what, body) => {
    const result = await ordered(200, body);
    expect(result).toMatchObject({ kind: 'lost', cause: 'not_understood' });
    expect(JSON.stringify(result)).not.toContain('001434249936');
  });
});

describe('an order is read in spite of', () => {
  const read = async (change: object) => {
    const result = await ordered(200, { ...KEY_ORDER, ...change });
    return result.kind === 'ok' ? result.value : result;
  };

  test('fields nobody knows', async () => {
    expect(await read({ quoteExpiresAt: 1, nested: { a: [] } })).toMatchObject({ status: 'COMPLETED' });
  });

  test.each([
    ['smaller than any amount', 1e-30],
    ['larger than any amount', 1e21],
    ['of another type', [560.1]],
    ['below zero', -1],
  ])('a price %s: status and key matter more', async (_what, price) => {
    const value = await read({ price });
    expect(value).toMatchObject({ status: 'COMPLETED', key: '001434249936' });
    expect(value).not.toHaveProperty('price');
  });

  test('a currency that is none', async () => {
    const value = await read({ currency: 'money' });
    expect(value).toMatchObject({ status: 'COMPLETED', key: '001434249936' });
    expect(value).not.toHaveProperty('currency');
  });

  test('nulls where fields are optional', async () => {
    const nulls = { price: null, currency: null, offerId: null, key: null, message: null, createdAt: null };
    expect(await read({ ...nulls, fulfillmentData: null })).toEqual({
      partnerOrderId: '10222502',
      status: 'COMPLETED',
    });
  });

  test('FAILED, which is CANCELED by another name', async () => {
    expect(await read({ status: 'FAILED', key: undefined })).toMatchObject({ status: 'CANCELED' });
  });

  test.each([
    ['spaces and lines', '  AB\r\n\tCD  '],
    ['control characters', 'A\u0000B\u001b[2J'],
    ['a link', 'https://keys.example/k/1?a=b&c=d#e'],
    ['right-to-left marks', '\u202eABC\u200b'],
    ['64 KiB', 'k'.repeat(65_536)],
    ['JSON inside', '{"key":"inner"}'],
    ['one character', '0'],
  ])('an odd key, kept to the letter: %s', async (_what, key) => {
    expect(await read({ key })).toMatchObject({ key });
  });

  test.each(['1434249936', '9007199254740993', '12345678901234567890', '0.10', '1e3'])(
    'a key that came as the number %s, digit for digit',
    async digits => {
      const result = await ordered(200, `{"orderId":5,"status":"COMPLETED","key": ${digits}}`);
      expect(result).toMatchObject({ kind: 'ok', value: { key: digits } });
    },
  );

  test.each(['9007199254740993', '12345678901234567890'])('the id %s, digit for digit', async id => {
    const result = await ordered(200, `{"orderId":${id},"status":"COMPLETED","key":"K"}`);
    expect(result).toEqual({ kind: 'ok', value: { partnerOrderId: id, status: 'COMPLETED', key: 'K' } });
  });

  test.each([
    ['in an object', { value: '001434249936' }],
    ['in a list', ['001434249936']],
    ['without end', 'x'.repeat(65_537)],
    ['that is none', true],
  ])('a key %s, which it says', async (_what, key) => {
    const value = await read({ key });
    expect(value).toMatchObject({ status: 'COMPLETED', unusable: 'key' });
    expect(value).not.toHaveProperty('key');
    expect(JSON.stringify(value)).not.toContain('001434249936');
  });

  test.each([
    ['offer', { offerId: { id: 1001 } }],
    ['offer without end', { offerId: 'x'.repeat(500) }],
    ['id', { orderId: -5 }],
    ['id of another type', { orderId: true }],
    ['id with a fraction', { orderId: 5.5 }],
  ])('an odd %s, which it says', async (_what, change) => {
    expect(await read(change)).toMatchObject({
      status: 'COMPLETED',
      key: '001434249936',
      unusable: 'identity',
    });
  });

  test('an empty key, which is none', async () => {
    expect(await read({ key: '' })).not.toHaveProperty('key');
  });
});

test('what never left and what got lost pass through as they are', async () => {
  for (const came of [
    { kind: 'unsent', cause: 'ECONNREFUSED' },
    { kind: 'lost', cause: 'timeout' },
    { kind: 'lost', cause: 'cut' },
    { kind: 'lost', cause: 'too_large' },
  ] as const)
    expect(await partnerOver(came).partner.createOrder(ORDER_REQUEST)).toEqual(came);
});

test('servers that are really an error are no servers', async () => {
  const { partner } = partnerOver(httpAnswer(200, { message: 'Offer has no servers' }));
  expect(await partner.servers(1001)).toMatchObject({ kind: 'lost', cause: 'not_understood' });
});

describe('a number is read by its digits', () => {
  test.each(['0.7777000000000001', '0.30000000000000004', '500.24999999999994', '499.47999999999996'])(
    '%s, as sums of fractions come out in JSON',
    async price => {
      const offer = JSON.stringify(KEY_ORDER).replace('560.1', price);
      expect(await lookedUp(200, offer)).toMatchObject({ kind: 'ok', value: { price } });
    },
  );

  test.each(['1e21', '1e-30', '1e999'])('%s is no price', async price => {
    const offer = JSON.stringify(KEY_ORDER).replace('560.1', price);
    expect(await lookedUp(200, offer)).toMatchObject({ kind: 'lost', cause: 'not_understood' });
  });
});

test('names arrive fit for screen and paper', async () => {
  const offer = {
    ...KEY_ORDER,
    productName: ' PUBG\u0000\r\n\u202eMOBILE\u001b@ ',
    offerName: 'x'.repeat(5_000),
  };
  const result = await lookedUp(200, offer);
  expect(result).toMatchObject({ kind: 'ok', value: { productName: 'PUBG MOBILE @' } });
  expect(result.kind === 'ok' && result.value.offerName.length).toBe(200);
});
