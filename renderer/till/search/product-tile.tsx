import type { Product } from '../../../shared/contract/catalogue.ts';
import { ProductArt } from '../../ui/product-art.tsx';
import { useTillActions } from '../use-till.ts';
import { DELIVERY_ICONS } from './delivery-kind.tsx';
import { TILE } from './tile.ts';

/** A product as a picture with its name, whole: it may end in the region, and a key for another cannot be returned. */
export function ProductTile({ product, inTabOrder }: { product: Product; inTabOrder: boolean }) {
  const till = useTillActions();
  return (
    <button
      type="button"
      tabIndex={inTabOrder ? 0 : -1}
      onClick={() => void till.openProduct(product.name)}
      className={`${TILE} flex-col`}
    >
      <ProductArt name={product.name} className="min-h-0 w-full flex-1" />
      <span className="relative flex min-h-18 shrink-0 items-center px-3 py-2">
        <span className="line-clamp-4 text-lg leading-snug font-semibold break-words">{product.name}</span>
        <DeliveryBadges deliveries={product.deliveries} />
      </span>
    </button>
  );
}

/** On the picture's lower edge, where they take nothing from the name. */
function DeliveryBadges({ deliveries }: { deliveries: Product['deliveries'] }) {
  return (
    <span className="absolute right-2 bottom-full flex translate-y-1/2 gap-1 rounded-full border border-line bg-raised px-2 py-1 text-muted">
      {deliveries.map(delivery => {
        const Icon = DELIVERY_ICONS[delivery];
        return <Icon key={delivery} aria-hidden className="size-4.5" />;
      })}
    </span>
  );
}

/** The same, small: among what a search found. */
export function ProductChip({ product }: { product: Product }) {
  const till = useTillActions();
  return (
    <button
      type="button"
      onClick={() => void till.openProduct(product.name)}
      className={`${TILE} h-16 items-center gap-3 pr-4`}
    >
      <ProductArt name={product.name} className="h-full w-20" />
      <span className="line-clamp-2 max-w-64 leading-snug font-semibold break-words">{product.name}</span>
    </button>
  );
}
