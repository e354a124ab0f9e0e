import type { Offer } from '../../shared/contract/catalogue.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import {
  compare,
  currencyDigits,
  type Decimal,
  fitsCurrency,
  isPositive,
  roundUpTo,
  shopPrice,
  toCurrency,
} from '../../shared/money.ts';

/** A hundred of these still fit every total. */
const HIGHEST_PRICE: Decimal = '1000000000000';

export type PriceRule = Pick<Settings, 'rates' | 'markupPercent' | 'roundTo'> & {
  shop: Pick<Settings['shop'], 'currency'>;
};

export interface Priced {
  cost: Decimal;
  costCurrency: string;
  ownPrice: Decimal | null;
  gone: boolean;
  inStock: boolean;
}

/** What the customer pays, in the shop's currency: the manager's own price, or the rule; or why there is no price. */
export function priceOf(offer: Priced, rule: PriceRule): Pick<Offer, 'price' | 'unsellable'> {
  if (offer.gone) return { price: null, unsellable: 'offer_gone' };
  if (!offer.inStock) return { price: null, unsellable: 'out_of_stock' };
  if (offer.ownPrice !== null) return sellable(offer.ownPrice, rule.shop.currency);
  const rate = rateOf(offer.costCurrency, rule);
  if (rate === undefined) return { price: null, unsellable: 'no_rate' };
  return sellable(shopPrice(offer.cost, { ...rule, rate }), rule.shop.currency);
}

/** Nothing is given away, and nothing costs more than the books can add up. */
function sellable(amount: Decimal, currency: string): Pick<Offer, 'price' | 'unsellable'> {
  if (!isPositive(amount) || compare(amount, HIGHEST_PRICE) > 0)
    return { price: null, unsellable: 'no_price' };
  return { price: payable(amount, currency) };
}

/** The shop's own currency needs no rate. A rate of zero would give everything away, so it counts as none. */
function rateOf(currency: string, rule: PriceRule): Decimal | undefined {
  const rate = rule.rates[currency] ?? (currency === rule.shop.currency ? '1' : undefined);
  return rate !== undefined && isPositive(rate) ? rate : undefined;
}

/** A step finer than the smallest coin must not round a price below the rule. */
function payable(amount: Decimal, currency: string): Decimal {
  if (fitsCurrency(amount, currency)) return toCurrency(amount, currency);
  return toCurrency(roundUpTo(amount, smallestCoin(currency)), currency);
}

function smallestCoin(currency: string): Decimal {
  const digits = currencyDigits(currency);
  return digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
}
