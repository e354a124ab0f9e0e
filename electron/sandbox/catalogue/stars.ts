import { compare, type Decimal, multiply, roundUpTo, subtract } from '../../../shared/money.ts';
import { STARS_PRODUCT } from './fixtures.ts';
import type { SandboxOffer } from './product.ts';

const USD_PER_STAR = '0.0077';
/** How the price moves from one question to the next. It begins as on the page: 0.77 asked, 0.78 answered. */
const DRIFT: readonly Decimal[] = ['1', '1.01', '1.004', '0.996', '0.99', '1.002', '0.985', '1.012'];
/** How far the price a shop sends may be from the one of this moment: the larger of the two. */
const SHARE_ALLOWED = '0.05';
const CENTS_ALLOWED = '0.02';

export interface Stars {
  /** At the price of this moment; the next question may get another. */
  offer(count: number): SandboxOffer | undefined;
  /** As the catalogue lists it. */
  listed(count: number): SandboxOffer | undefined;
  setPrice(count: number, price: Decimal): void;
  remove(count: number): void;
}

export function createStars(): Stars {
  const fixed = new Map<number, Decimal>();
  const removed = new Set<number>();
  let asked = 0;

  const at = (count: number, drift: Decimal): SandboxOffer | undefined => {
    if (removed.has(count)) return undefined;
    const floating = roundUpTo(multiply(multiply(USD_PER_STAR, count), drift), '0.01');
    return starsOffer(count, fixed.get(count) ?? floating);
  };

  return {
    offer: count => at(count, DRIFT[asked++ % DRIFT.length] ?? '1'),
    listed: count => at(count, '1'),
    setPrice: (count, price) => void fixed.set(count, price),
    remove: count => void removed.add(count),
  };
}

/** A Stars price moves between question and order: one that was true a moment ago is accepted. */
export function isRecentStarsPrice(sent: Decimal, current: Decimal): boolean {
  const apart = compare(sent, current) < 0 ? subtract(current, sent) : subtract(sent, current);
  return compare(apart, CENTS_ALLOWED) <= 0 || compare(apart, multiply(current, SHARE_ALLOWED)) <= 0;
}

function starsOffer(count: number, price: Decimal): SandboxOffer {
  return {
    offerId: `telegram_stars_${count}`,
    productId: 3,
    product: STARS_PRODUCT,
    offerName: `${count} Stars`,
    region: 'GLOBAL',
    currency: 'USD',
    price,
    inStock: true,
  };
}
