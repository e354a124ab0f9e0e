import type { Offer, Product } from '../../../shared/contract/catalogue.ts';
import type { Paged } from '../paged.ts';

type Obvious = { offer: Offer; product?: never } | { product: string; offer?: never };

/**
 * What a person who typed this and pressed Enter means without doubt: the offer with that id, the product with that
 * name, or the only thing that was found. `undefined` where they have to choose.
 */
export function obviousResult(
  typed: string,
  products: Paged<Product>,
  offers: Paged<Offer>,
): Obvious | undefined {
  const text = typed.trim().toLowerCase();
  const byId = offers.items.find(offer => String(offer.offerId) === text);
  if (byId) return byId.unsellable ? undefined : { offer: byId };
  const byName = products.items.find(product => product.name.toLowerCase() === text);
  if (byName) return { product: byName.name };
  const [only] = offers.items;
  if (offers.total === 1 && only) return only.unsellable ? undefined : { offer: only };
  const [product] = products.items;
  return products.total === 1 && product ? { product: product.name } : undefined;
}
