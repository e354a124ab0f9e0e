import type { Offer } from '../../../shared/contract/catalogue.ts';
import type { Player } from '../../../shared/contract/orders.ts';
import type { MOST_LINES, MOST_ORDERS_PER_SALE, MOST_PER_LINE } from '../../../shared/contract/sales.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { compare, type Decimal, multiply, sum } from '../../../shared/money.ts';
import type { OfferId } from '../../../shared/offer-id.ts';

/** The contract's own limits; their types do not let them drift apart. */
export const MOST: {
  lines: typeof MOST_LINES;
  perLine: typeof MOST_PER_LINE;
  orders: typeof MOST_ORDERS_PER_SALE;
} = { lines: 50, perLine: 50, orders: 100 };

/** What one customer buys of one offer, for one player. */
export interface BasketLine {
  id: string;
  offer: Offer;
  quantity: number;
  /** One piece, as the customer was told. */
  price: Decimal;
  player?: Player;
  /** The partner does not know the player, or could not say. */
  doubt?: 'invalid' | 'unavailable';
  /** What the customer was told before the price changed; gone once they agree to the new one. */
  priceBefore?: Decimal;
  /** Why the till did not take this line. */
  refused?: ErrorCode;
}

export type Basket = readonly BasketLine[];

export const amountOf = (line: BasketLine): Decimal => multiply(line.price, line.quantity);
export const totalOf = (lines: Basket): Decimal => sum(lines.map(amountOf));
export const piecesIn = (lines: Basket): number => lines.reduce((count, line) => count + line.quantity, 0);
export const hasNewPrice = (lines: Basket): boolean => lines.some(line => line.priceBefore !== undefined);

/** The same offer for the same player is the same line. */
export const lineId = (offerId: OfferId, player: Player | undefined): string =>
  JSON.stringify([offerId, player?.id ?? null, player?.serverId ?? null]);

export type Added = { ok: true; lines: Basket } | { ok: false; most: number };

/** The basket with `line` in it, or how many of what stands in the way fit at most. */
export function withLine(lines: Basket, line: BasketLine): Added {
  const same = lines.find(({ id }) => id === line.id);
  if (!same && lines.length >= MOST.lines) return { ok: false, most: MOST.lines };
  if (line.quantity + (same?.quantity ?? 0) > MOST.perLine) return { ok: false, most: MOST.perLine };
  if (line.quantity + piecesIn(lines) > MOST.orders) return { ok: false, most: MOST.orders };
  if (!same) return { ok: true, lines: [...lines, line] };
  const merged = { ...line, quantity: same.quantity + line.quantity };
  return { ok: true, lines: lines.map(each => (each === same ? merged : each)) };
}

export const withoutLine = (lines: Basket, id: string): Basket => lines.filter(line => line.id !== id);

/** Most pieces that this line may have beside the others. */
export const mostOf = (lines: Basket, line: BasketLine): number =>
  Math.min(MOST.perLine, MOST.orders - (piecesIn(lines) - line.quantity));

export const withQuantity = (lines: Basket, id: string, quantity: number): Basket =>
  lines.map(line =>
    line.id === id ? { ...line, quantity: Math.max(1, Math.min(quantity, mostOf(lines, line))) } : line,
  );

/** Every line of the offer at its new price, beside what the customer was told. */
export const withPrice = (lines: Basket, offerId: OfferId, price: Decimal): Basket =>
  lines.map(line =>
    line.offer.offerId === offerId && compare(line.price, price) !== 0
      ? { ...line, price, offer: { ...line.offer, price }, priceBefore: line.priceBefore ?? line.price }
      : line,
  );

export const withAgreedPrices = (lines: Basket): Basket => lines.map(({ priceBefore: _, ...line }) => line);

export const withRefusal = (lines: Basket, offerId: unknown, code: ErrorCode): Basket =>
  lines.map(line => (line.offer.offerId === offerId ? { ...line, refused: code } : line));

export const withoutRefusals = (lines: Basket): Basket => lines.map(({ refused: _, ...line }) => line);
