import { Package, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { Offer } from '../../../shared/contract/catalogue.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useToast } from '../../ui/toast.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { createManagerStore } from '../manager-store.ts';
import { createCatalogueStore, type FoundOffers } from './catalogue-store.ts';
import { OfferRow } from './offer-row.tsx';

const LIKELY_ROW_PX = 88;

/** Every offer, hidden ones too: searched by product, name or id. */
export function OfferBrowser({ onPrice }: { onPrice: (offer: Offer) => void }) {
  const { t } = useTranslation('manager');
  const { load, type } = useStoreOf(createCatalogueStore).getState();
  const { query, found } = useFrom(
    createCatalogueStore,
    useShallow(state => ({ query: state.query, found: state.found })),
  );
  return (
    <>
      <div className="flex items-center gap-4">
        <div className="min-w-0 flex-1">
          <SearchField
            label={t('catalogue.search')}
            value={query}
            onChange={type}
            onSubmit={() => void load()}
          />
        </div>
        <p role="status" className="digits shrink-0 text-muted">
          {found.value && t('catalogue.found', { count: found.value.total })}
        </p>
      </div>
      <Shown of={found} onRetry={() => void load()}>
        {value => <Offers found={value} query={query.trim()} onPrice={onPrice} />}
      </Shown>
    </>
  );
}

function Offers(props: { found: FoundOffers; query: string; onPrice: (offer: Offer) => void }) {
  const { found, query, onPrice } = props;
  const { t } = useTranslation('manager');
  const { loadMore, change } = useStoreOf(createCatalogueStore).getState();
  const go = useFrom(createManagerStore, state => state.go);
  const toast = useToast();

  async function hide({ offerId, productName, offerName }: Offer, hidden: boolean) {
    const taken = await change({ offerId, hidden });
    const offer = `${productName} ${offerName}`;
    if (taken)
      toast('good', hidden ? 'manager:catalogue.hiddenNow' : 'manager:catalogue.shownNow', { offer });
  }

  if (found.offers.length === 0) {
    return query === '' ? (
      <EmptyState icon={Package} title={t('catalogue.empty')}>
        {t('catalogue.emptyText')}
      </EmptyState>
    ) : (
      <EmptyState icon={SearchX} title={t('catalogue.nothing', { query })}>
        {t('catalogue.nothingText')}
      </EmptyState>
    );
  }
  return (
    <div className="@container flex min-h-0 flex-1 flex-col overflow-hidden rounded-t-card border border-b-0 border-line bg-surface">
      <VirtualList
        label={t('catalogue.list')}
        items={found.offers}
        itemKey={({ offerId }) => offerId}
        estimatedHeight={LIKELY_ROW_PX}
        onEndReached={() => void loadMore()}
        render={offer => (
          <OfferRow
            offer={offer}
            onPrice={() => onPrice(offer)}
            onHide={hidden => void hide(offer, hidden)}
            onRate={() => go('prices')}
          />
        )}
      />
    </div>
  );
}
