import { describe, expect, test } from 'vitest';
import { errorText } from '../../../renderer/i18n/error-text.ts';
import { createFormat } from '../../../renderer/i18n/format.ts';
import { loadArea, resources } from '../../../renderer/i18n/resources.ts';
import { ERROR_CODES } from '../../../shared/errors.ts';

const almaty = { timeZone: 'Asia/Almaty', currency: 'KZT' };

/** "till.pay" → "Pay {{amount}}", plural forms of one text under one name. */
function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[at, value]] : leaves(value as object, at);
  });
}

const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();

/** Every area of a language, those that come later too. */
async function textsOf(language: 'en' | 'ru') {
  const later = Object.entries(loadArea[language]).map(async ([area, load]) => [area, await load()] as const);
  return leaves({ ...resources[language], ...Object.fromEntries(await Promise.all(later)) });
}

const english = new Map(await textsOf('en'));
const russian = await textsOf('ru');

describe('the Russian texts', () => {
  test.each(russian)('%s names the same values as the English one', (path, text) => {
    const twin = english.get(path) ?? english.get(path.replace(/_(few|many)$/, '_other'));
    expect(values(text)).toEqual(values(twin ?? ''));
    expect(text.trim()).not.toBe('');
  });
});

describe.each(['en', 'ru'] as const)('errors in %s', language => {
  const format = createFormat(language, almaty);

  test.each(ERROR_CODES)('%s says what happened and what to do', code => {
    const { title, next } = errorText(format, { code });
    expect(title).toMatch(/^\p{Lu}[^.]+$/u);
    expect(next).toMatch(/\.$/);
  });
});

describe('what an error is about', () => {
  const format = createFormat('en', almaty);

  test('an amount is said in the shop’s currency', () => {
    const { detail } = errorText(format, { code: 'price_changed', details: { price: '12500.00' } });
    expect(detail).toBe('It is now ₸12,500.00.');
  });

  test.each([
    ['en', 'It is on the network, but takes no connection.'],
    ['ru', 'Он есть в сети, но не принимает соединение.'],
  ] as const)('the reason of a printer is said in the words of the till: %s', (language, detail) => {
    const details = { failure: 'connection_refused', says: 'ECONNREFUSED' };
    const said = errorText(createFormat(language, almaty), { code: 'printer_unreachable', details });
    expect(said.detail).toBe(detail);
  });

  test('a printer that the till may not use needs something else than a switch', () => {
    const { next } = errorText(format, { code: 'printer_refused', details: { failure: 'not_permitted' } });
    expect(next).toBe('Give the till the right to print on it, then print again.');
  });

  test('a reason that only a newer till knows is left out, with what the printer says', () => {
    const details = { failure: 'too_hot', says: 'head temperature' };
    expect(errorText(format, { code: 'printer_refused', details }).detail).toBeUndefined();
  });

  test('is left out where the error does not carry it', () => {
    expect(errorText(format, { code: 'price_changed', details: { offerId: 999 } }).detail).toBeUndefined();
  });
});
