import type { ErrorCode, ErrorDetails } from '../../shared/errors.ts';
import { isDecimal } from '../../shared/money.ts';
import type { ErrorText } from './error-shape.ts';
import type { Format } from './format.ts';
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
  const { title, next, detail }: ErrorText = resources[format.language].errors[error.code];
  const details = error.details ?? {};
  const named = [...(detail ?? '').matchAll(NAMED)].map(match => match[1] ?? '');
  if (!detail || named.some(name => details[name] === undefined || details[name] === null)) {
    return { title, next };
  }
  const fill = (_: string, name: string) => sayable(format, name, details[name]);
  return { title, next, detail: detail.replace(NAMED, fill) };
}

function sayable(format: Format, name: string, value: ErrorDetails[string] | undefined): string {
  return AMOUNTS.has(name) && isDecimal(value) ? format.price(value) : String(value);
}
