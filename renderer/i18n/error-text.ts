import type { ErrorCode, ErrorDetails } from '../../shared/errors.ts';
import { isDecimal } from '../../shared/money.ts';
import type { ErrorText } from './error-shape.ts';
import type { Format } from './format.ts';
import type { PrintFailureText } from './print-failure-shape.ts';
import { resources } from './resources.ts';

/** What a person is told of an error: anything that has a code. */
export interface SayableError {
  code: ErrorCode;
  details?: ErrorDetails | undefined;
}

const NAMED = /\{\{(\w+)\}\}/g;
const AMOUNTS = new Set(['price', 'amount', 'total', 'missing']);

/**
 * The text of an error in the till's language. A `detail` that names a value which this error does not carry is left
 * out, so no text ever shows a hole. Amounts are in the shop's currency.
 */
export function errorText(format: Format, error: SayableError): ErrorText {
  const { title, detail, ...text }: ErrorText = resources[format.language].errors[error.code];
  const failure = printFailureText(format, error.details?.failure);
  const next = failure?.next ?? text.next;
  const details: ErrorDetails = { ...error.details, ...(failure && { why: failure.why }) };
  const named = [...(detail ?? '').matchAll(NAMED)].map(match => match[1] ?? '');
  if (!detail || named.some(name => details[name] === undefined || details[name] === null)) {
    return { title, next };
  }
  const fill = (_: string, name: string) => sayable(format, name, details[name]);
  return { title, next, detail: detail.replace(NAMED, fill) };
}

/** Nothing where the error says it all, or where a newer till knows more reasons than this screen. */
export function printFailureText(format: Format, failure: unknown): PrintFailureText | undefined {
  const texts: Readonly<Record<string, PrintFailureText>> = resources[format.language].printFailures;
  return typeof failure === 'string' && Object.hasOwn(texts, failure) ? texts[failure] : undefined;
}

function sayable(format: Format, name: string, value: ErrorDetails[string] | undefined): string {
  return AMOUNTS.has(name) && isDecimal(value) ? format.price(value) : String(value);
}
