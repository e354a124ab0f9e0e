import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcements } from './announcements.tsx';
import { BasketPanel } from './basket/basket-panel.tsx';
import { DeliveryStep } from './delivery/delivery-step.tsx';
import { OfferStep } from './offer/offer-step.tsx';
import { PaymentStep } from './payment/payment-step.tsx';
import { ProductOffers } from './search/product-offers.tsx';
import { ProductShelf } from './search/product-shelf.tsx';
import { SearchBar } from './search/search-bar.tsx';
import { SearchResults } from './search/search-results.tsx';
import { useTill, useTillActions } from './use-till.ts';

/** Where a cashier stands: the shelf on the left, the sale on the right, and after the payment what became of it. */
export function TillScreen() {
  const step = useTill(state => state.step);
  useEscapeGoesBack();
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      <Announcements />
      {step === 'delivery' ? (
        <DeliveryStep />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-4 p-4">
            {step === 'payment' ? <PaymentStep /> : <Choosing />}
          </div>
          <BasketPanel />
        </div>
      )}
    </div>
  );
}

/** Everything before the payment: the search stays where it is, and what it leads to changes below it. */
function Choosing() {
  const { t } = useTranslation('till');
  const step = useTill(state => state.step);
  const product = useTill(state => state.product);
  const isSearching = useTill(state => state.query.trim() !== '');
  return (
    <>
      <SearchBar />
      {step === 'offer' && <OfferStep />}
      {step === 'product' && product !== null && <ProductOffers product={product} />}
      {step === 'browse' && (
        <>
          <h1 className="sr-only">{t('search.title')}</h1>
          {isSearching ? <SearchResults /> : <ProductShelf />}
        </>
      )}
    </>
  );
}

const ANSWERS_ESCAPE = '[role=dialog], [role=listbox], [role=searchbox], input[type=search]';

function useEscapeGoesBack(): void {
  const step = useTill(state => state.step);
  const till = useTillActions();
  const heed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || step === 'browse' || step === 'delivery') return;
    if (event.target instanceof Element && event.target.closest(ANSWERS_ESCAPE)) return;
    till.goBack();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => heed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
