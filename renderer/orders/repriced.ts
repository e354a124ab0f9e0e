import type { Order } from '../../shared/contract/orders.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import { compare, type Decimal, multiply, subtract, toCurrency } from '../../shared/money.ts';

export interface Repriced {
  /** What the partner asks now, in the shop's currency at today's rate. */
  cost: Decimal;
  /** How much of it the customer has not paid; null where the customer paid enough. */
  loss: Decimal | null;
}

/** What buying at the partner's new price means in the shop's money; undefined where nothing or no rate is known. */
export function repricedOf(order: Order, rates: Settings['rates']): Repriced | undefined {
  const { quotedCost, costCurrency, currency, price } = order;
  const rate = costCurrency === currency ? '1' : rates[costCurrency];
  if (quotedCost === undefined || rate === undefined) return undefined;
  const cost = toCurrency(multiply(quotedCost, rate), currency);
  return { cost, loss: compare(cost, price) > 0 ? subtract(cost, price) : null };
}
