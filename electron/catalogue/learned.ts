import type { Decimal } from '../../shared/money.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { CatalogueRow, PartnerOffer } from '../partner/partner.ts';
import type { Db } from '../store/open.ts';
import { findOffer, writeOffer } from './catalogue-store.ts';
import { deliveryOf, type StoredOffer } from './stored-offer.ts';

export type Learned = 'added' | 'updated' | 'same';

/** Stores what a sync said of an offer. What the shop decided about it, and how it came here, stays. */
export function learnRow(db: Db, row: CatalogueRow, now: number): Learned {
  const known = findOffer(db, row.offerId);
  return writeIfChanged(db, known, {
    offerId: row.offerId,
    source: known?.source ?? 'sync',
    productName: row.productName,
    offerName: row.offerName,
    delivery: deliveryOf(row.offerId, row.returnsKey),
    needsServer: row.needsServer,
    cost: row.price,
    costCurrency: row.currency,
    region: row.region ?? null,
    platform: row.platform ?? null,
    inStock: row.inStock,
    gone: false,
    ownPrice: known?.ownPrice ?? null,
    hidden: known?.hidden ?? false,
    updatedAt: now,
  });
}

/**
 * Stores one offer that was asked for by id. Of an offer that came by a sync only the cost is news.
 * `needsServer`: undefined where the partner could not say; then what was known stays.
 */
export function learnOffer(
  db: Db,
  offer: PartnerOffer,
  needsServer: boolean | undefined,
  now: number,
): Learned {
  const known = findOffer(db, offer.offerId);
  const cost = { cost: offer.price, costCurrency: offer.currency, gone: false, updatedAt: now };
  if (known?.source === 'sync') return writeIfChanged(db, known, { ...known, ...cost });
  return writeIfChanged(db, known, {
    offerId: offer.offerId,
    source: 'import',
    productName: offer.productName,
    offerName: offer.offerName,
    delivery: deliveryOf(offer.offerId, offer.returnsKey),
    needsServer: needsServer ?? known?.needsServer ?? false,
    region: null,
    platform: null,
    inStock: true,
    ownPrice: known?.ownPrice ?? null,
    hidden: known?.hidden ?? false,
    ...cost,
  });
}

/** Stores that the partner no longer sells an offer, where this shop knew it. */
export function learnGone(db: Db, offerId: OfferId, now: number): void {
  const known = findOffer(db, offerId);
  if (known) writeIfChanged(db, known, { ...known, gone: true, updatedAt: now });
}

/** Stores today's cost of an offer: what has a cost is still sold. */
export function learnCost(db: Db, offerId: OfferId, cost: Decimal, currency: string, now: number): void {
  const known = findOffer(db, offerId);
  if (!known) return;
  writeIfChanged(db, known, { ...known, cost, costCurrency: currency, gone: false, updatedAt: now });
}

/** Writes only what is new: most of a sync is what was known already. */
export function writeIfChanged(db: Db, known: StoredOffer | undefined, next: StoredOffer): Learned {
  if (known && isSame(known, next)) return 'same';
  writeOffer(db, known, next);
  return known ? 'updated' : 'added';
}

function isSame(known: StoredOffer, next: StoredOffer): boolean {
  const compared = { ...next, updatedAt: known.updatedAt };
  return Object.entries(compared).every(([name, value]) => known[name as keyof StoredOffer] === value);
}
