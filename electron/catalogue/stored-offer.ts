import type { Delivery, Offer } from '../../shared/contract/catalogue.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import type { Decimal } from '../../shared/money.ts';
import { type OfferId, starsOf } from '../../shared/offer-id.ts';
import { priceOf } from './price.ts';

/** An offer as it is stored: what the partner said, and what this shop decided about it. */
export interface StoredOffer {
  offerId: OfferId;
  /** Only what came by a sync can be missing from one. */
  source: 'sync' | 'import';
  productName: string;
  offerName: string;
  delivery: Delivery;
  needsServer: boolean;
  cost: Decimal;
  costCurrency: string;
  region: string | null;
  platform: string | null;
  inStock: boolean;
  /** The partner no longer sells it. */
  gone: boolean;
  ownPrice: Decimal | null;
  hidden: boolean;
  updatedAt: number;
}

/** Stars say that a key comes back, and bring none. */
export function deliveryOf(offerId: OfferId, returnsKey: boolean): Delivery {
  if (starsOf(offerId) !== undefined) return 'stars';
  return returnsKey ? 'key' : 'topup';
}

/** The offer as this shop sells it today. */
export function toOffer(stored: StoredOffer, settings: Settings): Offer {
  return {
    offerId: stored.offerId,
    productName: stored.productName,
    offerName: stored.offerName,
    ...(stored.region === null ? {} : { region: stored.region }),
    ...(stored.platform === null ? {} : { platform: stored.platform }),
    delivery: stored.delivery,
    needsServer: stored.needsServer,
    ...(mayNeedServer(stored) ? { mayNeedServer: true } : {}),
    cost: stored.cost,
    costCurrency: stored.costCurrency,
    ...priceOf(stored, settings),
    ...(stored.ownPrice === null ? {} : { ownPrice: stored.ownPrice }),
    hidden: stored.hidden,
    updatedAt: new Date(stored.updatedAt).toISOString(),
  };
}

function mayNeedServer({ source, delivery, needsServer }: StoredOffer): boolean {
  return source === 'import' && delivery === 'topup' && !needsServer;
}
