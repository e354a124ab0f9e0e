import type { Decimal } from '../../../shared/money.ts';
import { type Currency, USD_PER_UNIT } from '../exchange.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { families } from './families.ts';
import { documentedOffers, EXAMPLE_OFFER_ID, LAST_SURE_OFFER_ID, MISSING_OFFER_IDS } from './fixtures.ts';
import type { SandboxOffer } from './product.ts';

const FIRST_PRODUCT_ID = 10;

/**
 * The page's own offers and as many more as asked for, ids counting up from 1002 with a few left out.
 * The seed moves prices and stock, never which offer has which id.
 */
export function generateOffers(count: number, seed: number): SandboxOffer[] {
  const random = seeded(seed);
  const offers = documentedOffers();
  let offerId = EXAMPLE_OFFER_ID;
  let productId = FIRST_PRODUCT_ID;
  for (const { product, region, currency, items } of families()) {
    productId++;
    for (const [offerName, usdCents] of items) {
      if (offers.length >= count) return offers;
      do offerId++;
      while (MISSING_OFFER_IDS.has(offerId));
      const price = priceNear(usdCents, currency, random);
      const inStock = random(20) > 0 || offerId <= LAST_SURE_OFFER_ID;
      offers.push({ offerId, productId, product, offerName, region, currency, price, inStock });
    }
  }
  return offers;
}

/** Within 4 % of what it is worth: a price as a partner would ask it, in whole hundredths. */
function priceNear(usdCents: number, currency: Currency, random: Seeded): Decimal {
  const worth = usdCents / Number(USD_PER_UNIT[currency]);
  const hundredths = Math.max(1, Math.round((worth * (960 + random(81))) / 1000));
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}
