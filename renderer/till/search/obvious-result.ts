import type { Offer, Product } from '../../../shared/contract/catalogue.ts';
import { comparable, NEARNESS, nearnessOf } from '../../../shared/product-match.ts';
import { wordsOf } from '../../../shared/words.ts';
import type { Paged } from '../paged.ts';

type Obvious = { offer: Offer; product?: never } | { product: string; offer?: never };

/**
 * What a person who typed this and pressed Enter means without doubt: the offer with that id, the product of that name,
 * the one whose name begins with these words, or the only thing that was found. `undefined` where they have to choose.
 */
export function obviousResult(
  typed: string,
  products: Paged<Product>,
  offers: Paged<Offer>,
): Obvious | undefined {
  const text = typed.trim().toLowerCase();
  const byId = offers.items.find(offer => String(offer.offerId) === text);
  if (byId) return byId.unsellable ? undefined : { offer: byId };
  const meant = meantProduct(products.items, wordsOf(typed));
  if (meant) return { product: meant.name };
  const [only] = offers.items;
  if (offers.total === 1 && only) return only.unsellable ? undefined : { offer: only };
  const [product] = products.items;
  return products.total === 1 && product ? { product: product.name } : undefined;
}

/** The only one that is as near as the nearest, where whole words were typed. */
function meantProduct(products: readonly Product[], typed: readonly string[]): Product | undefined {
  for (const wanted of [NEARNESS.named, NEARNESS.wholeWords]) {
    const found = products.filter(product => nearnessOf(comparable(product), typed) === wanted);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}
