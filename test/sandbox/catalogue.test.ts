import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../electron/sandbox/catalogue/catalogue.ts';
import { MISSING_OFFER_IDS } from '../../electron/sandbox/catalogue/fixtures.ts';
import { generateOffers } from '../../electron/sandbox/catalogue/generate.ts';
import { isDecimal, isPositive } from '../../shared/money.ts';
import { isOfferId } from '../../shared/offer-id.ts';

describe('the generated catalogue', () => {
  test('has as many offers as asked for, the page and Stars included, every id once', () => {
    for (const count of [300, 1000, 64_000]) {
      const offers = createCatalogue(count, 7).all();
      expect(offers).toHaveLength(count);
      expect(new Set(offers.map(offer => offer.offerId)).size).toBe(count);
    }
  });

  test('of 64,000 offers takes no longer than two copies of it', () => {
    const msOf = (work: () => unknown) => {
      const before = performance.now();
      work();
      return performance.now() - before;
    };
    const offers = generateOffers(64_000, 1);
    const copying = msOf(() => JSON.parse(JSON.stringify(offers)));
    expect(msOf(() => generateOffers(64_000, 1)) / copying).toBeLessThan(2);
  });

  test('asks exact positive prices under valid ids, and names no two offers of a product alike', () => {
    const names = new Set<string>();
    for (const offer of generateOffers(64_000, 3)) {
      if (!isOfferId(offer.offerId) || !isDecimal(offer.price) || !isPositive(offer.price)) {
        expect.fail(JSON.stringify(offer));
      }
      names.add(`${offer.productId} ${offer.offerName}`);
    }
    expect(names.size).toBe(64_000);
  });

  test('is the same from the same seed, and differs in prices but not in ids from another', () => {
    expect(generateOffers(2000, 5)).toEqual(generateOffers(2000, 5));
    const [one, other] = [generateOffers(2000, 5), generateOffers(2000, 6)];
    expect(one.map(offer => [offer.offerId, offer.offerName])).toEqual(
      other.map(offer => [offer.offerId, offer.offerName]),
    );
    expect(one.map(offer => offer.price)).not.toEqual(other.map(offer => offer.price));
  });

  test('mixes keys and top-ups, with servers to choose and to type, and some out of stock', () => {
    const offers = generateOffers(300, 1);
    const share = (kind: string) => offers.filter(offer => offer.product.delivery === kind).length;
    expect(share('key')).toBeGreaterThan(100);
    expect(share('topup')).toBeGreaterThan(100);
    expect(offers.some(offer => offer.product.servers === 'typed')).toBe(true);
    expect(offers.some(offer => typeof offer.product.servers === 'object')).toBe(true);
    expect(offers.filter(offer => !offer.inStock).length).toBeGreaterThan(3);
    expect(new Set(offers.map(offer => offer.currency)).size).toBeGreaterThan(4);
  });

  test('knows 1001 to 1050 but for a few ids, all of them in stock', () => {
    const catalogue = createCatalogue(300, 1);
    for (let offerId = 1001; offerId <= 1050; offerId++) {
      const found = catalogue.find(offerId);
      if (MISSING_OFFER_IDS.has(offerId)) expect(found).toBeUndefined();
      else expect(found?.inStock).toBe(true);
    }
  });
});
