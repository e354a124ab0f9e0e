import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../electron/partner/clean-text.ts';
import type { Partner } from '../../electron/partner/partner.ts';
import { orderBody, wirePrice } from '../../electron/partner/wire/order-body.ts';
import { utcTime } from '../../electron/partner/wire/time.ts';
import { compare, decimalFromNumber, isDecimal } from '../../shared/money.ts';
import { httpAnswer, KEY_ORDER, ORDER_REQUEST, partnerOver, SHOP_TOKEN } from '../support/partner-client.ts';

const asks: ((partner: Partner) => Promise<{ kind: string }>)[] = [
  partner => partner.balance(),
  partner => partner.transactions(1, 20),
  partner => partner.offer(1001),
  partner => partner.createOrder(ORDER_REQUEST),
  partner => partner.orderStatus('t'),
  partner => partner.checkPlayer(1001, 'p'),
  partner => partner.telegramUser('someone'),
  partner => partner.cataloguePage(1, 10),
  partner => partner.servers(1001),
];

const status = fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503);
/** Anything, with our token thrown in, mostly under names that the client looks at. */
const field = fc.constantFrom(
  'orderId',
  'status',
  'key',
  'message',
  'error',
  'code',
  'rows',
  'count',
  'balance',
  '__proto__',
);
const junk = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.jsonValue(),
    fc.constantFrom('COMPLETED', 'VALID', SHOP_TOKEN, `a${SHOP_TOKEN.toUpperCase()}`, 1001, true),
    fc.string().map(text => `${text}${SHOP_TOKEN}`),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(field, fc.string()), tie('value'), { maxKeys: 6 }),
  ),
})).value;
const body = fc.oneof(
  junk.map(value => JSON.stringify(value)),
  junk.map(value => JSON.stringify({ ...KEY_ORDER, ...(value as object) })),
  fc.tuple(junk, fc.nat(400)).map(([value, cut]) => JSON.stringify(value).slice(0, cut)),
  fc.string({ unit: 'binary' }).map(text => `${text}${SHOP_TOKEN}${text}`),
);

test('whatever comes back, every call answers, and never with our token in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...asks),
      status,
      body,
      fc.string(),
      async (ask, code, text, retryAfter) => {
        const { partner } = partnerOver(httpAnswer(code, text, { 'retry-after': retryAfter }));
        const result = await ask(partner);
        expect(['ok', 'refused', 'rate_limited', 'no_such_call', 'lost']).toContain(result.kind);
        expect(JSON.stringify(result).toLowerCase()).not.toContain(SHOP_TOKEN);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('whatever bytes come back, an order is lost or read, never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async bytes => {
      const { partner } = partnerOver({ kind: 'answer', status: 200, headers: {}, body: bytes });
      expect((await partner.createOrder(ORDER_REQUEST)).kind).toBe('lost');
    }),
  );
});

test('any key is kept to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 2_000 }), async key => {
      const { partner } = partnerOver(httpAnswer(200, { ...KEY_ORDER, key }));
      expect(await partner.orderStatus('t')).toMatchObject({ kind: 'ok', value: { key } });
    }),
  );
});

/** What a shop can meet: up to 15 digits in all. */
const decimal = fc
  .tuple(fc.bigInt(0n, 999_999_999n), fc.nat(6), fc.nat(999_999))
  .map(([whole, digits, part]) =>
    digits === 0 ? `${whole}` : `${whole}.${`${part}`.padStart(6, '0').slice(0, digits)}`,
  );

test('every price of up to 15 digits goes out as a JSON number with exactly its value', () => {
  fc.assert(
    fc.property(decimal, price => {
      const text = JSON.stringify(orderBody({ ...ORDER_REQUEST, price }));
      const [, digits = ''] = /"price":([^,]+),/.exec(text) ?? [];
      expect(digits).toMatch(/^\d/);
      const back = decimalFromNumber(JSON.parse(digits) as number);
      expect(back !== undefined && compare(back, price)).toBe(0);
    }),
  );
});

test.each([
  ['23.09', '23.09'],
  ['560.10', '560.1'],
  ['0.77', '0.77'],
  ['100', '100'],
  ['1.2345678901234567', '1.2345678901234567'],
  ['0.1', '0.1'],
])('the price %s is written %s', (price, written) => {
  expect(JSON.stringify(wirePrice(price))).toBe(written);
});

test.each([
  '23.090000000000000001',
  '1.23456789012345678',
  '900719925474099.31',
  '-1',
  '1e3',
  '',
  'NaN',
  ' 1',
  '01',
])('the price %j is not sent: it would arrive as another', async price => {
  const { partner, requests } = partnerOver(httpAnswer(200, KEY_ORDER));
  expect(await partner.createOrder({ ...ORDER_REQUEST, price })).toMatchObject({
    kind: 'refused',
    code: 'INVALID_REQUEST_BODY',
  });
  expect(requests).toEqual([]);
});

test('every number of the wire becomes a plain decimal or is not understood', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.double({ min: 0, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true })),
      async price => {
        const { partner } = partnerOver(httpAnswer(200, { ...KEY_ORDER, price }));
        const result = await partner.offer(1001);
        if (result.kind === 'ok') expect(isDecimal(result.value.price)).toBe(true);
        else expect(result.kind).toBe('lost');
      },
    ),
  );
});

test('any moment in either form is the same moment in UTC', () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, date => {
      const iso = date.toISOString();
      expect(utcTime(iso)).toBe(iso);
      expect(utcTime(iso.replace('T', ' ').replace('Z', '+00'))).toBe(iso);
    }),
  );
});

test.each([
  ['2024-05-28 10:08:04.296+00', '2024-05-28T10:08:04.296Z'],
  ['2024-05-28 10:08:04+05', '2024-05-28T05:08:04.000Z'],
  ['2024-05-28T10:08:04+0530', '2024-05-28T04:38:04.000Z'],
  ['2024-05-28 10:08:04.296123', '2024-05-28T10:08:04.296Z'],
  ['2024-02-30 10:08:04+00', undefined],
  ['2024-05-28', undefined],
  ['yesterday', undefined],
  ['1716890884', undefined],
])('the time %s is read as %s', (text, utc) => {
  expect(utcTime(text)).toBe(utc);
});

test('cleaned text is one short line without control characters, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.integer({ min: 1, max: 300 }),
      (text, longest) => {
        const clean = cleanText(text, longest);
        expect(clean.length).toBeLessThanOrEqual(longest);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(cleanText(clean, longest)).toBe(clean);
      },
    ),
  );
});
