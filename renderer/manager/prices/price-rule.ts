import {
  add,
  compare,
  currencyDigits,
  type Decimal,
  fitsCurrency,
  isPositive,
  multiply,
  roundUpTo,
  shopPrice,
} from '../../../shared/money.ts';
import type { PricesDraft } from './prices-store.ts';

/** A number that a person is still typing. */
type Typed = Decimal | '';

export interface PriceProblems {
  /** The currencies whose rate cannot be used. */
  rates: readonly string[];
  markup: boolean;
  roundTo: boolean;
  tolerance: boolean;
}

/** What has to be put right before these rules can be saved. An empty rate is no rate, and no mistake. */
export function priceProblems(draft: PricesDraft): PriceProblems {
  return {
    rates: Object.entries(draft.rates).flatMap(([currency, rate]) =>
      rate !== '' && !isPositive(rate) ? [currency] : [],
    ),
    markup: !isAbove(draft.markupPercent, '-100') || !isAtMost(draft.markupPercent, '1000'),
    roundTo: !isAbove(draft.roundTo, '0'),
    tolerance: !isAtMost(draft.priceTolerancePercent, '100'),
  };
}

export const hasProblems = ({ rates, markup, roundTo, tolerance }: PriceProblems): boolean =>
  rates.length > 0 || markup || roundTo || tolerance;

export interface WorkedPrice {
  /** The cost in the shop's currency. */
  atRate: Decimal;
  withMarkup: Decimal;
  /** What the customer pays. */
  price: Decimal;
}

export type PricePart = 'cost' | 'rate' | 'markup' | 'roundTo';

/**
 * How this cost becomes a price, step by step, or the first thing that is still to be entered. The shop's own currency
 * needs no rate.
 */
export function workedPrice(
  cost: Typed,
  currency: string,
  { shop, rates, markupPercent, roundTo }: PricesDraft,
): WorkedPrice | PricePart {
  const rate = rates[currency] || (currency === shop.currency ? '1' : '');
  if (!isAbove(cost, '0')) return 'cost';
  if (!isAbove(rate, '0')) return 'rate';
  if (!isAbove(markupPercent, '-100')) return 'markup';
  if (!isAbove(roundTo, '0')) return 'roundTo';
  const atRate = multiply(cost, rate);
  const withMarkup = multiply(multiply(atRate, add(markupPercent, '100')), '0.01');
  return {
    atRate,
    withMarkup,
    price: payable(shopPrice(cost, { rate, markupPercent, roundTo }), shop.currency),
  };
}

/** A step finer than the smallest coin does not make a price that nobody can pay. */
function payable(price: Decimal, currency: string): Decimal {
  if (fitsCurrency(price, currency)) return price;
  const digits = currencyDigits(currency);
  return roundUpTo(price, digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`);
}

const isAbove = (value: Typed, least: Decimal): boolean => value !== '' && compare(value, least) > 0;
const isAtMost = (value: Typed, most: Decimal): boolean => value !== '' && compare(value, most) <= 0;
