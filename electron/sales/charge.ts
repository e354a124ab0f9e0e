import type { Offer } from '../../shared/contract/catalogue.ts';
import { MOST_ORDERS_PER_SALE } from '../../shared/contract/sales.ts';
import type { ParsedInput } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import {
  compare,
  type Decimal,
  fitsCurrency,
  multiply,
  subtract,
  sum,
  toCurrency,
} from '../../shared/money.ts';
import type { Role } from '../../shared/people.ts';

export type ChargeInput = ParsedInput<'sales.charge'>;
export type ChargeLine = ChargeInput['lines'][number];

export interface PricedLine {
  offer: Offer;
  quantity: number;
  player: ChargeLine['player'];
  price: Decimal;
}

export interface Payment {
  method: 'cash' | 'card';
  tendered: Decimal | null;
  change: Decimal | null;
  reference: string | null;
}

type CheckResult = 'valid' | 'invalid' | 'unavailable' | undefined;

export interface ChargeRules {
  role: Role;
  find: (offerId: ChargeLine['offerId']) => Offer | undefined;
  lastCheck: (offerId: ChargeLine['offerId'], playerId: string, serverId: string | undefined) => CheckResult;
}

/** Every line as it will be sold, or the first reason why it cannot be: what the customer was shown is what they pay. */
export function priceLines(lines: ChargeLine[], rules: ChargeRules): PricedLine[] {
  const orders = lines.reduce((count, line) => count + line.quantity, 0);
  if (orders > MOST_ORDERS_PER_SALE) {
    throw new TillError('too_many_items', `A sale may have ${MOST_ORDERS_PER_SALE} items.`, {
      most: MOST_ORDERS_PER_SALE,
    });
  }
  return lines.map(line => priceLine(line, rules));
}

function priceLine(line: ChargeLine, rules: ChargeRules): PricedLine {
  const { offerId } = line;
  const offer = rules.find(offerId);
  if (!offer)
    throw new TillError('offer_not_found', `There is no offer ${offerId} in the catalogue.`, { offerId });
  if (offer.price === null || offer.unsellable) {
    throw new TillError(offer.unsellable ?? 'no_price', `Offer ${offerId} cannot be sold now.`, {
      offerId,
      currency: offer.costCurrency,
    });
  }
  if (compare(offer.price, line.price) !== 0) {
    throw new TillError('price_changed', `Offer ${offerId} now costs ${offer.price}.`, {
      offerId,
      price: offer.price,
    });
  }
  requirePlayer(line, offer, rules);
  return { offer, quantity: line.quantity, player: line.player, price: offer.price };
}

function requirePlayer({ offerId, player }: ChargeLine, offer: Offer, rules: ChargeRules): void {
  if (offer.delivery === 'key') return;
  if (!player)
    throw new TillError('player_required', `Offer ${offerId} is credited to a player.`, { offerId });
  if (offer.delivery === 'stars') {
    if (/^[1-9]\d{2,18}$/.test(player.id)) return;
    throw new TillError('stars_need_numeric_id', 'Stars are credited to a numeric Telegram id.', { offerId });
  }
  if (offer.needsServer && !player.serverId) {
    throw new TillError('server_required', `Offer ${offerId} needs the player's server.`, { offerId });
  }
  // The partner also says INVALID of players it cannot check: a manager may know better, a cashier may not.
  if (rules.role === 'cashier' && rules.lastCheck(offerId, player.id, player.serverId) === 'invalid') {
    throw new TillError('player_invalid', `The partner does not know player ${player.id}.`, {
      offerId,
      playerId: player.id,
    });
  }
}

export const totalOf = (lines: PricedLine[]): Decimal =>
  sum(lines.map(line => multiply(line.price, line.quantity)));

/** What was paid: at least the total in cash, with exact change; exactly the total by card, with its slip's number. */
export function settlePayment(payment: ChargeInput['payment'], total: Decimal, currency: string): Payment {
  if (payment.method === 'card') {
    if (payment.tendered !== undefined && compare(payment.tendered, total) !== 0) {
      throw new TillError('payment_not_exact', 'A card is charged exactly the total.', {
        total: toCurrency(total, currency),
      });
    }
    if (!payment.reference) throw new TillError('reference_required', 'Enter the number on the card slip.');
    return { method: 'card', tendered: null, change: null, reference: payment.reference };
  }
  const tendered = payment.tendered ?? total;
  if (!fitsCurrency(tendered, currency)) {
    throw new TillError('payment_not_exact', `${tendered} is no amount of ${currency}.`, {
      total: toCurrency(total, currency),
    });
  }
  if (compare(tendered, total) < 0) {
    const missing = toCurrency(subtract(total, tendered), currency);
    throw new TillError('payment_short', `${missing} ${currency} are missing.`, { missing, currency });
  }
  return {
    method: 'cash',
    tendered: toCurrency(tendered, currency),
    change: toCurrency(subtract(tendered, total), currency),
    reference: payment.reference ?? null,
  };
}
