import { compare, type Decimal, decimalFromNumber, isDecimal, isNegative } from '../../../shared/money.ts';
import { isOfferId } from '../../../shared/offer-id.ts';
import type { OrderRequest } from '../partner.ts';

/** The body of create-order; `undefined` where the offer or the price cannot be written without changing it. */
export function orderBody(request: OrderRequest): object | undefined {
  const price = wirePrice(request.price);
  if (price === undefined || !isOfferId(request.offerId) || request.transactionId === '') return undefined;
  const { offerId, transactionId, customer } = request;
  return customer ? { offerId, price, transactionId, customer } : { offerId, price, transactionId };
}

/** The JSON number with exactly these digits ("23.09" → 23.09); `undefined` where a double cannot carry them. */
export function wirePrice(price: Decimal): number | undefined {
  if (!isDecimal(price) || isNegative(price)) return undefined;
  const number = Number(price);
  const back = decimalFromNumber(number);
  return back !== undefined && compare(back, price) === 0 ? number : undefined;
}
