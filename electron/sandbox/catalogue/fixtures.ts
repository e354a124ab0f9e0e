import { TEST_OFFER_ID } from '../../../shared/offer-id.ts';
import type { Product, SandboxOffer } from './product.ts';

/** The page's example of a key, and of a player that can be checked for it. */
export const EXAMPLE_OFFER_ID = 1001;

/** In the range that people import for a try, and not there: an import has something to report. */
export const MISSING_OFFER_IDS: ReadonlySet<number> = new Set([1013, 1027, 1044]);

/** The offers between EXAMPLE_OFFER_ID and this one are always in stock. */
export const LAST_SURE_OFFER_ID = 1050;

/** Listed in the catalogue; any number from 1 to 2500 can be ordered. */
export const LISTED_STARS = [50, 100, 500, 1000] as const;

export const STARS_PRODUCT: Product = {
  name: 'Telegram Stars',
  category: 'Telegram',
  platform: 'Telegram',
  delivery: 'stars',
  keyForm: 'letters',
  servers: 'none',
  checkable: false,
};

/** New rows each time: prices and stock of a running sandbox are moved in place. */
export function documentedOffers(): SandboxOffer[] {
  return [
    {
      offerId: TEST_OFFER_ID,
      productId: 1,
      product: {
        name: 'Steam US',
        category: 'Gift cards',
        platform: 'Steam',
        delivery: 'key',
        keyForm: 'fives',
        servers: 'none',
        checkable: true,
      },
      offerName: 'TEST OFFER GROUP',
      region: 'US',
      currency: 'KZT',
      price: '23.09',
      inStock: true,
    },
    {
      offerId: EXAMPLE_OFFER_ID,
      productId: 2,
      product: {
        name: 'PUBG MOBILE GIFT',
        category: 'Gift cards',
        platform: 'Mobile',
        delivery: 'key',
        keyForm: 'digits',
        servers: 'none',
        checkable: true,
      },
      offerName: '60 UC',
      region: 'GLOBAL',
      currency: 'RUB',
      price: '560.1',
      inStock: true,
    },
  ];
}
