import { useEffect, useState } from 'react';
import type { Offer } from '../../../shared/contract/catalogue.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { createPricesStore } from '../prices/prices-store.ts';
import { createCatalogueStore } from './catalogue-store.ts';
import { IntakeBar } from './intake-bar.tsx';
import { OfferBrowser } from './offer-browser.tsx';
import { OwnPriceDialog } from './own-price-dialog.tsx';

/** What this shop sells: how offers come in, and what it does with each. */
export function CatalogueTab() {
  const store = useStoreOf(createCatalogueStore);
  const failure = useFrom(createCatalogueStore, state => state.failure);
  const loadRates = useFrom(createPricesStore, state => state.load);
  const [priced, setPriced] = useState<Offer | null>(null);

  useEffect(() => {
    void store.getState().load();
    void loadRates();
  }, [store, loadRates]);

  return (
    <div className="@container flex h-full min-h-0 flex-col gap-3">
      <IntakeBar onBrought={() => void store.getState().load()} />
      {failure && <ErrorNotice error={failure} />}
      <OfferBrowser onPrice={setPriced} />
      {priced && <OwnPriceDialog offer={priced} onClose={() => setPriced(null)} />}
    </div>
  );
}
