import type { Decimal } from '../../../shared/money.ts';
import type { OfferId } from '../../../shared/offer-id.ts';
import { starsOf } from '../../../shared/offer-id.ts';
import { LISTED_STARS } from './fixtures.ts';
import { generateOffers } from './generate.ts';
import type { SandboxOffer } from './product.ts';
import type { RegionCode } from './regions.ts';
import { createStars } from './stars.ts';

interface CatalogueQuery {
  page: number;
  limit: number;
  search?: string | undefined;
  category?: string | undefined;
  countryCode?: string | undefined;
}

/** What the partner sells now. Asking for Stars moves their price, as it does at the partner. */
export interface Catalogue {
  find(offerId: OfferId): SandboxOffer | undefined;
  list(query: CatalogueQuery): { count: number; offers: SandboxOffer[] };
  all(): readonly SandboxOffer[];
  /** Throws where there is no such offer. A Stars price that was set no longer floats. */
  setPrice(offerId: OfferId, price: Decimal): void;
  setInStock(offerId: OfferId, inStock: boolean): void;
  /** From now on the partner does not know it. */
  remove(offerId: OfferId): void;
}

export function createCatalogue(count: number, seed: number): Catalogue {
  const stars = createStars();
  const offers = generateOffers(Math.max(2, count - LISTED_STARS.length), seed);
  const byId = new Map<OfferId, SandboxOffer>(offers.map(offer => [offer.offerId, offer]));

  const find = (offerId: OfferId): SandboxOffer | undefined => {
    const count = starsOf(offerId);
    return count === undefined ? byId.get(offerId) : stars.offer(count);
  };
  const listed = (): SandboxOffer[] => [
    ...byId.values(),
    ...LISTED_STARS.flatMap(count => stars.listed(count) ?? []),
  ];
  const known = (offerId: OfferId): SandboxOffer => {
    const offer = byId.get(offerId);
    if (!offer) throw new Error(`The sandbox has no offer ${offerId}`);
    return offer;
  };

  return {
    find,
    all: listed,
    list({ page, limit, search, category, countryCode }) {
      const found = listed().filter(
        offer => matches(offer, search) && isIn(offer, category) && isOf(offer.region, countryCode),
      );
      return { count: found.length, offers: found.slice((page - 1) * limit, page * limit) };
    },
    setPrice(offerId, price) {
      const count = starsOf(offerId);
      if (count === undefined) known(offerId).price = price;
      else stars.setPrice(count, price);
    },
    setInStock(offerId, inStock) {
      known(offerId).inStock = inStock;
    },
    remove(offerId) {
      const count = starsOf(offerId);
      if (count === undefined) byId.delete(known(offerId).offerId);
      else stars.remove(count);
    },
  };
}

function matches(offer: SandboxOffer, search: string | undefined): boolean {
  if (!search) return true;
  return `${offer.product.name} ${offer.offerName}`.toLowerCase().includes(search.toLowerCase());
}

function isIn(offer: SandboxOffer, category: string | undefined): boolean {
  return !category || offer.product.category.toLowerCase() === category.toLowerCase();
}

function isOf(region: RegionCode, countryCode: string | undefined): boolean {
  return !countryCode || region === countryCode.toUpperCase();
}
