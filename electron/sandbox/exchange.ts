import { type Decimal, multiply, roundUpTo } from '../../shared/money.ts';

/** What one unit of a currency costs in USD, at the sandbox's fixed rates. */
export const USD_PER_UNIT = {
  USD: '1',
  EUR: '1.16',
  GBP: '1.34',
  PLN: '0.27',
  TRY: '0.025',
  KZT: '0.0021',
  RUB: '0.0125',
  UAH: '0.024',
  BRL: '0.18',
  INR: '0.0115',
  AED: '0.2723',
} as const satisfies Record<string, Decimal>;

export type Currency = keyof typeof USD_PER_UNIT;

/** What the partner takes from the balance for a price, to the cent, in its own favour. */
export function inUsd(price: Decimal, currency: Currency): Decimal {
  return roundUpTo(multiply(price, USD_PER_UNIT[currency]), '0.01');
}
