import type { Decimal } from '../../../shared/money.ts';

/** How long a bar is drawn, in percent of the longest. Only a picture: no amount is ever made from it. */
export function barShare(amount: Decimal, most: Decimal): number {
  const whole = Number(most);
  return whole > 0 ? (Number(amount) / whole) * 100 : 0;
}
