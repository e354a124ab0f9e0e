import Big from 'big.js';

/**
 * An exact amount as a plain decimal string ("23.09"): what crosses every boundary and what is stored.
 * A JavaScript number never carries money; only the partner's wire format has numbers, read and written by their digits.
 */
export type Decimal = string;

const DECIMAL = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,18})?$/;

export function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'string' && DECIMAL.test(value);
}

const canonical = (value: Big): Decimal => {
  const text = value.toFixed();
  return text === '-0' ? '0' : text;
};

export const add = (a: Decimal, b: Decimal): Decimal => canonical(new Big(a).plus(b));
export const subtract = (a: Decimal, b: Decimal): Decimal => canonical(new Big(a).minus(b));
export const multiply = (a: Decimal, b: Decimal | number): Decimal => canonical(new Big(a).times(b));
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => new Big(a).cmp(b);
export const isNegative = (a: Decimal): boolean => new Big(a).lt(0);
export const isZero = (a: Decimal): boolean => new Big(a).eq(0);
export const isPositive = (a: Decimal): boolean => new Big(a).gt(0);
export const sum = (amounts: Iterable<Decimal>): Decimal => {
  let total = new Big(0);
  for (const amount of amounts) total = total.plus(amount);
  return canonical(total);
};

/**
 * A number from the partner's JSON as the fewest digits that name it: those of up to 17 digits come back as they were
 * written, the noise of fractions included. `undefined` where that is no amount.
 */
export function decimalFromNumber(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = canonical(new Big(value));
  return isDecimal(text) ? text : undefined;
}

/** `cost × rate × (1 + markup %)`, rounded up to the next multiple of `step`: a shop never sells below its rule. */
export function shopPrice(
  cost: Decimal,
  rule: { rate: Decimal; markupPercent: Decimal; roundTo: Decimal },
): Decimal {
  const raw = new Big(cost).times(rule.rate).times(new Big(rule.markupPercent).plus(100)).div(100);
  return roundUpTo(canonical(raw), rule.roundTo);
}

/** The smallest multiple of `step` that is not below `amount`. */
export function roundUpTo(amount: Decimal, step: Decimal): Decimal {
  return canonical(new Big(amount).div(step).round(0, Big.roundUp).times(step));
}

/** Whether `actual` is at most `percent` above `expected`; a lower price is always within. */
export function isWithinTolerance(expected: Decimal, actual: Decimal, percent: Decimal): boolean {
  return new Big(actual).lte(new Big(expected).times(new Big(percent).plus(100)).div(100));
}

/** Asking Intl costs more than reckoning the price. */
const digitsOf = new Map<string, number>();

/** How many digits after the point a currency is counted in ("KZT" 2, "JPY" 0). */
export function currencyDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const digits = askDigits(currency);
  digitsOf.set(currency, digits);
  return digits;
}

function askDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** Whether an amount can be paid in this currency: no fraction of its smallest coin. */
export function fitsCurrency(amount: Decimal, currency: string): boolean {
  const exact = new Big(amount);
  return exact.round(currencyDigits(currency), Big.roundDown).eq(exact);
}

/** With exactly the currency's digits ("100.00"): how amounts are stored, printed and exported. */
export function toCurrency(amount: Decimal, currency: string): Decimal {
  return new Big(amount).toFixed(currencyDigits(currency));
}
