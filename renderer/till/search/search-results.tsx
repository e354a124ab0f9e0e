import { SearchX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useTill, useTillActions } from '../use-till.ts';
import { OFFER_TILE, OfferTile } from './offer-tile.tsx';
import { ProductChip } from './product-tile.tsx';
import { TileSkeletons } from './tile-skeletons.tsx';

const MOST_CHIPS = 12;

/** What the typed words, or the typed offer id, found: products first, then the offers themselves. */
export function SearchResults() {
  const { t } = useTranslation(['till', 'common']);
  const products = useTill(state => state.foundProducts);
  const offers = useTill(state => state.foundOffers);
  const foundFor = useTill(state => state.foundFor);
  const wanted = useTill(state => state.resultsWanted);
  const till = useTillActions();
  const results = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (wanted > 0) results.current?.querySelector('button')?.focus();
  }, [wanted]);

  const error = products.error ?? offers.error;
  if (error) {
    return (
      <ErrorNotice
        error={error}
        actions={<Button onPress={till.searchAgain}>{t('common:tryAgain')}</Button>}
      />
    );
  }
  if (products.total === null || offers.total === null) return <TileSkeletons tile={OFFER_TILE} />;
  if (products.total === 0 && offers.total === 0) {
    return (
      <div className="m-auto" role="status">
        <EmptyState icon={SearchX} title={t('search.nothing', { text: foundFor })}>
          {t('search.nothingNext')}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      {products.items.length > 0 && (
        <section className="flex shrink-0 flex-col gap-2" aria-label={t('search.products')}>
          <h2 className="font-semibold text-muted">{t('search.foundProducts', { count: products.total })}</h2>
          <ul className="-m-1.5 flex gap-3 overflow-x-auto p-1.5">
            {products.items.slice(0, MOST_CHIPS).map(product => (
              <li key={product.name} className="shrink-0">
                <ProductChip product={product} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="flex min-h-0 flex-1 flex-col gap-2" aria-label={t('search.offers')}>
        <h2 className="font-semibold text-muted">{t('search.foundOffers', { count: offers.total })}</h2>
        <div ref={results} data-results className="-m-1.5 flex min-h-0 flex-1 flex-col">
          <VirtualGrid
            key={foundFor}
            label={t('search.offers')}
            items={offers.items}
            itemKey={offer => offer.offerId}
            tile={OFFER_TILE}
            render={(offer, inTabOrder) => <OfferTile offer={offer} showsProduct inTabOrder={inTabOrder} />}
            onEndReached={() => void till.loadMore('foundOffers')}
          />
        </div>
      </section>
    </>
  );
}
