import { describe, expect, test } from 'vitest';
import type { Bundle } from '../../../electron/hosts/bundle.ts';
import { answerPage, isTillPage, mayBeSaved, mayLoad } from '../../../electron/hosts/desktop/pages.ts';
import { SECURITY_HEADERS } from '../../../electron/hosts/security-headers.ts';

const file = (text: string, type: string) => ({
  bytes: new TextEncoder().encode(text),
  type,
  etag: '"x"',
  cacheControl: 'no-store',
});
const bundle: Bundle = new Map([
  ['/', file('<title>KeyTill</title>', 'text/html; charset=utf-8')],
  ['/assets/main.js', file('export {};', 'text/javascript; charset=utf-8')],
]);
const get = (url: string) => answerPage(bundle, { method: 'GET', url });

test.each(['app://keytill/', 'app://keytill/assets/main.js', 'app://keytill/?a=1#b'])(
  '%s is of the till',
  url => {
    expect(isTillPage(url)).toBe(true);
  },
);

test.each([
  'https://keytill/',
  'app://keytill.evil.test/',
  'app://evil.test/',
  'app://keytill@evil.test/',
  'app://user@keytill/',
  'app://keytill:80/',
  'file:///app://keytill/',
  'javascript:alert(1)',
  'about:blank',
  'app:keytill',
  '',
])('%j is not of the till', url => {
  expect(isTillPage(url)).toBe(false);
});

test('a page loads its own files and drawn pictures, and nothing from anywhere else', () => {
  expect(mayLoad('app://keytill/assets/main.js')).toBe(true);
  expect(mayLoad('data:image/svg+xml,<svg/>')).toBe(true);
  expect(mayLoad('data:text/html,<script>')).toBe(false);
  expect(mayLoad('https://evil.test/x.png')).toBe(false);
});

test('a page saves the figures of a day that it made itself, and nothing else', () => {
  const made = 'blob:app://keytill/0b1c';
  expect(mayLoad(made)).toBe(true);
  expect(mayBeSaved(made, 'keytill-2026-03-29.csv')).toBe(true);
  expect(mayBeSaved(made, 'keytill-2026-03-29.csv.exe')).toBe(false);
  expect(mayBeSaved(made, '../keytill-2026-03-29.csv')).toBe(false);
  expect(mayBeSaved('blob:https://evil.test/0b1c', 'keytill-2026-03-29.csv')).toBe(false);
  expect(mayBeSaved('app://keytill/assets/main.js', 'keytill-2026-03-29.csv')).toBe(false);
});

describe('the files of the page', () => {
  test('come from the bundle, with the policy on every one', async () => {
    const page = get('app://keytill/');
    expect(await page.text()).toBe('<title>KeyTill</title>');
    expect(Object.fromEntries(page.headers)).toMatchObject({
      ...SECURITY_HEADERS,
      'content-type': 'text/html; charset=utf-8',
    });
    expect(get('app://keytill/assets/main.js').status).toBe(200);
  });

  test.each([
    'app://keytill/nothing',
    'app://keytill/../../etc/passwd',
    'app://keytill/..%2f..%2fetc/passwd',
    'app://keytill/assets/..%5cmain.js',
    'app://other/',
    'https://keytill/',
  ])('%s does not exist', url => {
    const answer = get(url);
    expect(answer.status).toBe(404);
    expect(Object.fromEntries(answer.headers)).toMatchObject(SECURITY_HEADERS);
  });

  test('can only be read', () => {
    expect(answerPage(bundle, { method: 'POST', url: 'app://keytill/' }).status).toBe(404);
  });
});
