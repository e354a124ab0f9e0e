import { cleanText } from './clean-text.ts';
import { withoutKey } from './key-in-text.ts';
import { keyOf } from './partner-code.ts';
import type { Redact } from './secrets.ts';

const MASK = '***';
const LONGEST_TEXT = 500;
const LONGEST_WORDS = 300;
/** Enough for any 500 characters that remain, and little enough to search at once. */
const LONGEST_SEARCHED = 16_384;
const DEEPEST = 20;
const SECRET_NAME = /key|pin|code|serial|voucher|secret|token|password|authorization/i;
/** The same in text that is no JSON, with the value that follows: quoted (perhaps cut off), listed or bare. */
const SECRET_FIELD =
  /\b([\w-]{0,40}?(?:key|pin|code|serial|voucher|secret|token|password|authorization)[\w-]{0,40}["']?\s{0,9}[:=]\s{0,9})("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\[[^\]]*\]?|[^,;}\]\s<&]+)/gi;
/** WRONG_PRICE, 400: what stands in a field named "code" and is no activation code. */
const ERROR_CODE = /^(?:[A-Z]+(?:_[A-Z]+)+|\d{3})$/;
/** ABCD-1234-EFGH, wherever it stands. */
const KEY_SHAPE = /\b[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8}){2,}\b/gi;
/** ABCDEFGH12345678, 001434249936: longer than the ids and prices of ordinary words. */
const BARE_KEY_SHAPE = /\b(?:\d{12,}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{10,})\b/gi;

/**
 * What the partner sent, for a manager to read and for support: activation keys masked, tokens removed,
 * one line, at most 500 characters. `json` is the same body parsed, `undefined` where it is no JSON.
 */
export function maskedText(status: number, body: string, json: unknown, redact: Redact): string {
  const masked =
    json === undefined
      ? maskFields(redact(withoutEscapes(body)).slice(0, LONGEST_SEARCHED))
      : withoutKey(redact(JSON.stringify(maskValues(json, 0))), keyOf(json));
  return shown(`HTTP ${status} ${masked}`, LONGEST_TEXT);
}

/** The partner's own words without `key` and what looks like one, as one line of at most 300 characters. */
export function maskedWords(words: string, key: string | undefined): string {
  return shown(withoutKey(words, key), LONGEST_WORDS);
}

function shown(text: string, longest: number): string {
  const searched = cleanText(text.slice(0, LONGEST_SEARCHED), LONGEST_SEARCHED);
  return cleanText(searched.replace(KEY_SHAPE, MASK).replace(BARE_KEY_SHAPE, MASK), longest);
}

function maskValues(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return '…';
  if (Array.isArray(value)) return value.map(item => maskValues(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isSecret = SECRET_NAME.test(name) && typeof inner !== 'boolean' && !isErrorCode(inner);
      return [name, isSecret ? MASK : maskValues(inner, depth + 1)];
    }),
  );
}

function maskFields(text: string): string {
  return text.replace(SECRET_FIELD, (whole, name: string, value: string) =>
    isErrorCode(value.replace(/["']/g, '')) ? whole : name + MASK,
  );
}

function isErrorCode(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && ERROR_CODE.test(`${value}`);
}

function withoutEscapes(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
