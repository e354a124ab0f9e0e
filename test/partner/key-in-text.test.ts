import { describe, expect, test } from 'vitest';
import { mentionsKey } from '../../electron/partner/key-in-text.ts';
import { httpAnswer, KEY_ORDER, ORDER_REQUEST, partnerOver } from '../support/partner-client.ts';

const KEY = 'ABCDEFGH12345678';

async function shownOf(body: object, status = 200): Promise<string> {
  const result = await partnerOver(httpAnswer(status, body)).partner.createOrder(ORDER_REQUEST);
  return result.kind === 'ok' ? JSON.stringify({ ...result.value, key: '' }) : JSON.stringify(result);
}

describe('a key that the partner repeats in its own words is not shown', () => {
  const spellings = [
    KEY,
    'ABCD-EFGH-1234-5678',
    'ABCD EFGH 1234 5678',
    'abcdefgh12345678',
    'ABCD\u200bEFGH\u20131234.5678',
  ];

  test.each(spellings)('spelt %s', async spelling => {
    for (const key of [KEY, 'ABCD-EFGH-1234-5678']) {
      const message = `Your key is ${spelling}, enjoy`;
      for (const words of [
        { message },
        { fulfillmentData: { error_message: message, delivery_status: message } },
      ]) {
        const shown = await shownOf({ ...KEY_ORDER, key, ...words });
        expect(shown).toContain('Your key is ***, enjoy');
        expect(shown).not.toMatch(/12345678|5678/);
      }
    }
  });

  test('nor a piece of one that stands where the words are cut', async () => {
    for (let before = 180; before < 310; before += 1) {
      const shown = await shownOf({ ...KEY_ORDER, key: KEY, message: `${'y'.repeat(before)} ${KEY}` });
      expect(shown).not.toContain('ABCD');
    }
  });

  test('nor one of several in one key', async () => {
    const shown = await shownOf({
      ...KEY_ORDER,
      key: 'Code: QWERTY12 PIN: 907654',
      message: 'Use QWERTY12 and 907654.',
    });
    expect(shown).toContain('Use *** and ***.');
  });

  test('nor one that only looks like a key, without the key itself', async () => {
    for (const looks of ['ABCD-1234-EFGH', 'ABCDEFGH12345678', '001434249936']) {
      const shown = await shownOf({ orderId: 5, status: 'PROCESSING', message: `It will be ${looks}` });
      expect(shown).toContain('It will be ***');
    }
  });

  test('nor in a refusal, nor in an answer that nobody understands', async () => {
    for (const key of ['sesam-open', KEY]) {
      const message = `Already delivered: ${key}`;
      const refused = await shownOf({ error: { code: 'TRANSACTION_DUPLICATE', message }, key }, 400);
      expect(refused).toContain('Already delivered: ***');
      expect(await shownOf({ status: 'SHIPPED', orderId: 5, key, message })).not.toContain(key);
    }
  });

  test('and ordinary words stay as they are', async () => {
    for (const message of [
      'Failed to deliver Stars: user not found',
      'Order 10222502 of 28.05.2024, 0.78 USD',
    ]) {
      expect(await shownOf({ ...KEY_ORDER, key: 'K', message })).toContain(message);
    }
  });
});

test('whether a text mentions a key does not depend on how it is grouped', () => {
  expect(mentionsKey('code abcd efgh 1234 5678!', KEY)).toBe(true);
  expect(mentionsKey('code ABCD', KEY)).toBe(false);
});
