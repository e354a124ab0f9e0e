import { ArrowLeft, PackageX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { ProductArt } from '../../ui/product-art.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useTill, useTillActions } from '../use-till.ts';
import { OFFER_TILE, OfferTile } from './offer-tile.tsx';
import { TileSkeletons } from './tile-skeletons.tsx';

/** What there is of one product. */
export function ProductOffers({ product }: { product: string }) {
  const { t } = useTranslation('till');
  const total = useTill(state => state.productOffers.total);
  const till = useTillActions();
  return (
    <>
      <header className="flex shrink-0 items-center gap-3">
        <IconButton icon={ArrowLeft} label={t('search.allProducts')} onPress={till.goBack} />
        <ProductArt name={product} className="h-14 w-20 rounded-control" />
        <div className="min-w-0">
          <h1 className="line-clamp-2 text-2xl leading-tight font-semibold">{product}</h1>
          {total !== null && <p className="text-muted">{t('search.foundOffers', { count: total })}</p>}
        </div>
      </header>
      <OffersOf product={product} />
    </>
  );
}

function OffersOf({ product }: { product: string }) {
  const { t } = useTranslation(['till', 'common']);
  const offers = useTill(state => state.productOffers);
  const till = useTillActions();
  const grid = useRef<HTMLDivElement>(null);
  const isThere = offers.total !== null;

  useEffect(() => {
    if (isThere) requestAnimationFrame(() => grid.current?.querySelector('button')?.focus());
  }, [isThere]);

  if (offers.error && !isThere) {
    const again = <Button onPress={() => void till.openProduct(product)}>{t('common:tryAgain')}</Button>;
    return <ErrorNotice error={offers.error} actions={again} />;
  }
  if (!isThere) return <TileSkeletons tile={OFFER_TILE} />;
  if (offers.total === 0) {
    return (
      <div className="m-auto">
        <EmptyState icon={PackageX} title={t('search.noOffers')}>
          {t('search.noOffersNext')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div ref={grid} data-results className="-m-1.5 flex min-h-0 flex-1 flex-col">
      <VirtualGrid
        label={t('search.offersOf', { product })}
        items={offers.items}
        itemKey={offer => offer.offerId}
        tile={OFFER_TILE}
        render={(offer, inTabOrder) => (
          <OfferTile offer={offer} showsProduct={false} inTabOrder={inTabOrder} />
        )}
        onEndReached={() => void till.loadMore('productOffers')}
      />
    </div>
  );
}
