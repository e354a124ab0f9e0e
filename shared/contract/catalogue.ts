import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { amount, currency, id, limit, type MethodShape, none, offerId, time } from './common.ts';

/** What the customer gets: a key to type in, a credit to a player, or Stars to a Telegram account. */
export const DELIVERIES = ['key', 'topup', 'stars'] as const;
export type Delivery = (typeof DELIVERIES)[number];

export const offer = z.object({
  offerId,
  productName: z.string(),
  offerName: z.string(),
  region: z.string().optional(),
  platform: z.string().optional(),
  delivery: z.enum(DELIVERIES),
  needsServer: z.boolean(),
  /** Imported by id, where the partner does not say whether the game has servers: one may be given. */
  mayNeedServer: z.boolean().optional(),
  cost: amount,
  costCurrency: currency,
  /** In the shop's currency; null where `unsellable` says why there is none. */
  price: amount.nullable(),
  unsellable: z.enum(['no_rate', 'offer_gone', 'out_of_stock', 'no_price']).optional(),
  /** The manager's own price, which overrides the rule. */
  ownPrice: amount.optional(),
  hidden: z.boolean(),
  updatedAt: time,
});
export type Offer = z.output<typeof offer>;

export const product = z.object({
  name: z.string(),
  offers: z.int(),
  deliveries: z.array(z.enum(DELIVERIES)),
});
export type Product = z.output<typeof product>;

export const catalogueProgress = z.object({
  running: z.boolean(),
  done: z.int(),
  /** Null while the partner has not said how many there are. */
  total: z.int().nullable(),
});
export type CatalogueProgress = z.output<typeof catalogueProgress>;

const failedOffer = z.object({ offerId: z.union([z.string(), z.number()]), code: z.enum(ERROR_CODES) });
export type FailedOffer = z.output<typeof failedOffer>;

const page = { limit: limit(500, 60), offset: z.int().min(0).default(0) };
const query = z.string().max(200).default('');

export const catalogueMethods = {
  /** Reads the whole catalogue where the partner offers it; `sync_unavailable` where it must be imported by id. */
  'catalogue.sync': {
    role: 'manager',
    input: none,
    output: z.object({ added: z.int(), updated: z.int(), gone: z.int(), total: z.int() }),
  },
  /** "999, 1001-1050, telegram_stars_100", or the ids in an array. Every id that failed is named. */
  'catalogue.import': {
    role: 'manager',
    input: z.strictObject({
      offerIds: z.union([z.string().max(20_000), z.array(z.union([z.string(), z.number()])).max(20_000)]),
    }),
    output: z.object({ added: z.array(offerId), failed: z.array(failedOffer) }),
  },
  'catalogue.search': {
    role: 'cashier',
    input: z.strictObject({
      query,
      product: z.string().optional(),
      includeHidden: z.boolean().default(false),
      ...page,
    }),
    output: z.object({ offers: z.array(offer), total: z.int() }),
  },
  'catalogue.products': {
    role: 'cashier',
    input: z.strictObject({ query, ...page }),
    output: z.object({ products: z.array(product), total: z.int() }),
  },
  /** What the offers cost in, the most frequent first: each of these needs a rate. */
  'catalogue.currencies': {
    role: 'manager',
    input: none,
    output: z.object({ currencies: z.array(z.object({ currency, offers: z.int() })) }),
  },
  /** `fresh` asks the partner for today's cost first; without the network the known one is answered. */
  'catalogue.get': {
    role: 'cashier',
    input: z.strictObject({ offerId, fresh: z.boolean().default(false) }),
    output: z.object({ offer }),
  },
  'catalogue.save': {
    role: 'manager',
    input: z.strictObject({
      offerId,
      ownPrice: amount.nullable().optional(),
      hidden: z.boolean().optional(),
    }),
    output: z.object({ offer }),
  },
  /** `unavailable`: the partner could not say. Then the cashier is warned, not stopped. */
  'player.check': {
    role: 'cashier',
    input: z.strictObject({ offerId, playerId: id, serverId: id.optional() }),
    output: z.object({
      result: z.enum(['valid', 'invalid', 'unavailable']),
      nickname: z.string().optional(),
    }),
  },
  /** A name with or without @, or a numeric id. Without `telegramId` the customer must first write to the partner's bot. */
  'player.telegram': {
    role: 'cashier',
    input: z.strictObject({ username: z.string().trim().min(1).max(64) }),
    output: z.object({
      valid: z.boolean(),
      username: z.string(),
      telegramId: z.string().optional(),
      firstName: z.string().optional(),
    }),
  },
  'player.servers': {
    role: 'cashier',
    input: z.strictObject({ offerId }),
    output: z.object({ servers: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
} as const satisfies Record<string, MethodShape>;
