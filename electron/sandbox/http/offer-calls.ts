import { z } from 'zod';
import { offerId } from '../../../shared/contract/common.ts';
import type { SandboxOffer } from '../catalogue/product.ts';
import { REGIONS } from '../catalogue/regions.ts';
import { nicknameOf } from '../players.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { parseBody } from './parse.ts';

const QUOTE_HOLDS_MS = 60_000;
const MOST_ROWS = 5000;

const offerIdBody = z.object({ offerId });

export function findOne(world: World, body: unknown): unknown {
  const offer = world.catalogue.find(parseBody(offerIdBody, body).offerId);
  if (!offer) throw new Refusal('OFFER_NOT_FOUND');
  return {
    offerId: offer.offerId,
    productName: offer.product.name,
    offerName: offer.offerName,
    count: 1,
    price: Number(offer.price),
    currency: offer.currency,
    isReturnDataForCustomer: offer.product.delivery !== 'topup',
    isPriceFresh: true,
    quoteExpiresAt: new Date(world.now() + QUOTE_HOLDS_MS).toISOString(),
  };
}

const checkBody = offerIdBody.extend({ gameUserId: z.string(), gameServerId: z.string().optional() });

/** HTTP 200 and INVALID for whatever cannot be said to be valid: a bad body and an unknown offer too. */
export function checkGameData(world: World, body: unknown): unknown {
  const asked = checkBody.safeParse(body);
  const offer = asked.success ? world.catalogue.find(asked.data.offerId) : undefined;
  if (!asked.success || !offer) return { status: 'INVALID' };
  const gameUserLogin = nicknameOf(offer, asked.data.gameUserId, asked.data.gameServerId);
  return gameUserLogin === undefined ? { status: 'INVALID' } : { status: 'VALID', gameUserLogin, level: 1 };
}

export function servers(world: World, body: unknown): unknown {
  const offer = world.catalogue.find(parseBody(offerIdBody, body).offerId);
  if (!offer) throw new Refusal('OFFER_NOT_FOUND');
  const list = offer.product.servers;
  return typeof list === 'string' ? {} : list;
}

const syncBody = z.object({
  page: z.int().min(1).default(1),
  limit: z.int().min(1).default(100),
  search: z.string().optional(),
  category: z.string().optional(),
  countryCode: z.string().optional(),
});

export function sync(world: World, body: unknown): unknown {
  const query = parseBody(syncBody, body);
  const { count, offers } = world.catalogue.list({ ...query, limit: Math.min(query.limit, MOST_ROWS) });
  return { count, rows: offers.map(offer => catalogueRow(offer, world.settings.syncIdField)) };
}

function catalogueRow(offer: SandboxOffer, idField: 'offerId' | 'offerGroupId'): Record<string, unknown> {
  const { product } = offer;
  return {
    [idField]: offer.offerId,
    offerGroupName: offer.offerName,
    productId: offer.productId,
    productName: product.name,
    price: Number(offer.price),
    currency: offer.currency,
    inStock: offer.inStock,
    isRequiredGameUserId: product.delivery !== 'key',
    isRequiredGameServerId: product.servers !== 'none',
    platformName: product.platform,
    regionCode: offer.region,
    regionName: REGIONS[offer.region].name,
    category: product.category,
    minOrderQuantity: 1,
  };
}
