/** Anything shorter is no token, and removing it would tear ordinary words apart. */
const SHORTEST_TOKEN = 8;
const REMOVED = '[removed]';
/** Deeper than any answer of the partner; what lies below is not read. */
const DEEPEST = 20;

/** Takes our own tokens out of what the partner sent, should it ever echo one. */
export type Redact = (text: string) => string;

export function redactorOf(tokens: readonly (string | undefined)[]): Redact {
  const known = tokens.filter(token => token !== undefined).filter(token => token.length >= SHORTEST_TOKEN);
  if (known.length === 0) return text => text;
  const longestFirst = known.toSorted((a, b) => b.length - a.length);
  const anyToken = new RegExp(longestFirst.map(escaped).join('|'), 'gi');
  return text => text.replace(anyToken, REMOVED);
}

/**
 * JSON text as a value without our tokens, however they were escaped; `undefined` where it is no JSON. A number that
 * would lose digits, and every key, comes as the text it was written in.
 */
export function parseRedacted(text: string, redact: Redact): unknown {
  let json: unknown;
  try {
    json = MAY_LOSE_DIGITS.test(text) ? JSON.parse(text, withEveryDigit) : JSON.parse(text);
  } catch {
    return undefined;
  }
  const mayHoldToken = text.includes('\\') || redact(text) !== text;
  return mayHoldToken ? redactAll(json, redact, 0) : json;
}

/** Looking at every value of a long answer takes its time, and hardly any needs it. */
const MAY_LOSE_DIGITS = /\d{16}|\de|"key"\s*:\s*[-\d]/i;

function withEveryDigit(name: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number') return value;
  const isSafe = name !== 'key' && (Number.isSafeInteger(value) || !Number.isInteger(value));
  return isSafe ? value : (context?.source ?? value);
}

function redactAll(value: unknown, redact: Redact, depth: number): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map(item => redactAll(item, redact, depth + 1));
  const fields = Object.entries(value);
  return Object.fromEntries(
    fields.map(([name, inner]) => [redact(name), redactAll(inner, redact, depth + 1)]),
  );
}

function escaped(token: string): string {
  return token.replace(/[^A-Za-z0-9]/g, '\\$&');
}
