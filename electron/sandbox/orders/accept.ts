import { z } from 'zod';
import { offerId } from '../../../shared/contract/common.ts';
import { compare, type Decimal, decimalFromNumber } from '../../../shared/money.ts';
import { TEST_OFFER_ID } from '../../../shared/offer-id.ts';
import type { SandboxOffer } from '../catalogue/product.ts';
import { isRecentStarsPrice } from '../catalogue/stars.ts';
import { inUsd } from '../exchange.ts';
import { isPlayerId, isServerOf } from '../players.ts';
import { Refusal } from '../refusal.ts';
import { STARS_REFUSALS } from '../telegram.ts';
import type { World } from '../world.ts';
import type { BookedOrder, Customer } from './order.ts';
import type { OrderPlan } from './plan.ts';

export const createOrderBody = z.object({
  offerId,
  price: z.number().positive(),
  transactionId: z.string().min(1).max(128),
  customer: z
    .object({
      email: z.string().optional(),
      gameUserId: z.string().optional(),
      gameServerId: z.string().optional(),
    })
    .optional(),
});
export type CreateOrderBody = z.output<typeof createOrderBody>;

/** Books an order, or throws the Refusal that says why nothing was bought. */
export function acceptOrder(world: World, body: CreateOrderBody): BookedOrder {
  const { catalogue, orders, account, settings } = world;
  if (orders.byTransactionId(body.transactionId)) throw new Refusal('TRANSACTION_DUPLICATE');
  const offer = catalogue.find(body.offerId);
  if (!offer) throw new Refusal('OFFER_NOT_FOUND');
  const customer = body.customer ?? {};
  if (!isAddressed(offer, customer)) throw new Refusal('INVALID_REQUEST_BODY');
  const sentPrice = decimalFromNumber(body.price);
  if (sentPrice === undefined || !isPriceOf(offer, sentPrice)) throw new Refusal('WRONG_PRICE');
  const chargedUsd = offer.offerId === TEST_OFFER_ID ? '0' : inUsd(offer.price, offer.currency);
  if (!settings.postpaid && !account.canPay(chargedUsd)) throw new Refusal('INSUFFICIENT_BALANCE');
  const { transactionId } = body;
  const plan = planFor(world, offer, customer);
  return orders.book({ offer, transactionId, sentPrice, chargedUsd, customer, plan });
}

function isPriceOf(offer: SandboxOffer, sent: Decimal): boolean {
  return offer.product.delivery === 'stars'
    ? isRecentStarsPrice(sent, offer.price)
    : compare(sent, offer.price) === 0;
}

/** Whether the request says who is to be credited: a numeric id for Stars, a player and perhaps a server otherwise. */
function isAddressed(offer: SandboxOffer, { gameUserId, gameServerId }: Customer): boolean {
  switch (offer.product.delivery) {
    case 'key':
      return true;
    case 'stars':
      return /^\d{1,20}$/.test(gameUserId ?? '');
    case 'topup':
      return !!gameUserId && (offer.product.servers === 'none' || !!gameServerId);
  }
}

/** What was planned for it; else its usual delays, ending in CANCELED where it cannot be delivered. */
function planFor(world: World, offer: SandboxOffer, customer: Customer): OrderPlan {
  const planned = world.plans.take(offer.offerId);
  const usual = offer.offerId === TEST_OFFER_ID ? {} : world.settings.usualPlans[offer.product.delivery];
  const message = whyUndeliverable(offer, customer);
  if (planned?.outcome !== undefined || message === undefined) return planned ?? usual ?? {};
  return { ...(planned ?? usual), outcome: 'CANCELED', message };
}

function whyUndeliverable(offer: SandboxOffer, customer: Customer): string | undefined {
  if (!offer.inStock) return 'Product is out of stock';
  const playerId = customer.gameUserId ?? '';
  const refusal = offer.product.delivery === 'stars' ? STARS_REFUSALS.get(playerId) : undefined;
  if (refusal !== undefined) return `Failed to deliver Stars: ${refusal}`;
  if (offer.product.delivery !== 'topup') return undefined;
  if (!isPlayerId(playerId)) return 'Player not found';
  return isServerOf(offer, customer.gameServerId) ? undefined : 'Server not found';
}
