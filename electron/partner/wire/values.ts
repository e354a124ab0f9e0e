import { z } from 'zod';
import { decimalFromNumber, isDecimal } from '../../../shared/money.ts';
import { type OfferId, parseOfferId } from '../../../shared/offer-id.ts';
import { cleanText } from '../clean-text.ts';

const LONGEST_NAME = 200;
const LONGEST_ID = 64;

/** Reads a wire value with `read`; where that gives `undefined`, the answer is not understood. */
function readAs<T>(wire: z.ZodType, read: (value: unknown) => T | undefined, expected: string) {
  return wire.transform((value, context): T => {
    const result = read(value);
    if (result !== undefined) return result;
    context.addIssue({ code: 'custom', message: `not ${expected}` });
    return z.NEVER;
  });
}

function exactDecimal(value: unknown): string | undefined {
  const digits = typeof value === 'number' ? decimalFromNumber(value) : value;
  return isDecimal(digits) ? digits : undefined;
}

const numeric = z.union([z.number(), z.string()]);

/** A number (or its digits in a string) as an exact decimal, of either sign. */
export const signedAmount = readAs(numeric, exactDecimal, 'an exact amount');

/** The same, not below zero. */
export const amount = signedAmount.refine(digits => !digits.startsWith('-'), 'must not be negative');

/** More digits before the point than any price has: a day of such would have sums that nothing can show. */
const MOST_WHOLE_DIGITS = 12;

/** For answers that matter more than their price: digits that cannot be exact, or be a price, count as absent. */
export const optionalAmount = numeric.nullish().transform(value => {
  const digits = exactDecimal(value);
  const isPrice = digits?.startsWith('-') === false && digits.search(/\.|$/) <= MOST_WHOLE_DIGITS;
  return isPrice ? digits : undefined;
});

export const offerId = readAs<OfferId>(numeric, parseOfferId, 'an offer id');

/** The partner's ids are numbers today; the till treats them as opaque. */
export const identifier = readAs(
  numeric,
  value => {
    if (typeof value === 'number')
      return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
    const text = String(value);
    return text.length <= LONGEST_ID && /^[!-~]+$/.test(text) ? text : undefined;
  },
  'an id',
);

export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/);

/** A name that will be shown and printed. */
export const name = readAs(
  z.string(),
  value => cleanText(String(value), LONGEST_NAME) || undefined,
  'a name',
);

/** Words for a person, which no decision hangs on: anything else than text counts as absent. */
export const words = z
  .unknown()
  .optional()
  .transform(value => {
    return typeof value === 'string' ? cleanText(value, LONGEST_NAME) || undefined : undefined;
  });

export const absentIfNull = <T>(value: T): Exclude<T, null> | undefined =>
  value === null ? undefined : (value as Exclude<T, null>);
