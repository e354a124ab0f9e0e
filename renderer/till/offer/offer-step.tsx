import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { ProductArt } from '../../ui/product-art.tsx';
import { DeliveryKind } from '../search/delivery-kind.tsx';
import { useTill, useTillActions } from '../use-till.ts';
import type { Choice } from './choice.ts';
import { KeyForm } from './key-form.tsx';
import { PlayerForm } from './player-form.tsx';
import { StarsForm } from './stars-form.tsx';

const FORMS = { key: KeyForm, topup: PlayerForm, stars: StarsForm } as const;

/** One offer on its way into the sale: whatever it needs to know, and nothing else. */
export function OfferStep() {
  const choice = useTill(state => state.choice);
  if (!choice) return null;
  const Form = FORMS[choice.offer.delivery];
  return (
    <div className="mx-auto flex -m-1 min-h-0 w-full max-w-3xl flex-1 flex-col gap-5 overflow-y-auto p-1">
      <OfferHead choice={choice} />
      {choice.error && <ErrorNotice error={choice.error} />}
      <Form key={choice.offer.offerId} choice={choice} />
    </div>
  );
}

function OfferHead({ choice: { offer } }: { choice: Choice }) {
  const { t } = useTranslation(['till', 'common']);
  const format = useFormat();
  const till = useTillActions();
  const place = [offer.region, offer.platform].filter(Boolean).join(' · ');
  return (
    <header className="flex items-center gap-3">
      <IconButton icon={ArrowLeft} label={t('common:back')} onPress={till.goBack} />
      <ProductArt name={offer.productName} className="h-18 w-20 rounded-control 2xl:w-28" />
      <div className="min-w-0 flex-1">
        <p className="leading-snug text-muted">{offer.productName}</p>
        <h1 className="text-2xl leading-tight font-semibold">{offer.offerName}</h1>
        <p className="flex flex-wrap gap-x-4 text-muted">
          <DeliveryKind delivery={offer.delivery} />
          {place}
        </p>
      </div>
      <p className="digits text-3xl font-bold whitespace-nowrap">{format.price(offer.price ?? '0')}</p>
    </header>
  );
}
