import { Coins, Eye, EyeOff, Pencil, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/contract/catalogue.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import { StatusLabel } from '../../ui/status-label.tsx';

export interface OfferRowProps {
  offer: Offer;
  onPrice: () => void;
  onHide: (hidden: boolean) => void;
  /** There is no price because there is no rate: the way to the rates. */
  onRate: () => void;
}

/** One offer: what it is, what it costs, what the customer pays, and whether the till shows it. */
export function OfferRow({ offer, onPrice, onHide, onRate }: OfferRowProps) {
  const { t } = useTranslation('manager');
  const name = `${offer.productName} ${offer.offerName}`;
  const about = [
    t('catalogue.offerId', { id: offer.offerId }),
    t(`catalogue.delivery.${offer.delivery}`),
    offer.region,
    offer.platform,
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7rem_auto_auto] items-center gap-x-5 border-b border-line px-4 py-3">
      <div className="flex min-w-0 flex-col">
        <p className={`line-clamp-2 ${offer.hidden ? 'text-muted' : ''}`}>
          <span className="text-lg font-semibold">{offer.productName}</span> {offer.offerName}
        </p>
        <p className="truncate text-muted">{about.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="text-right">
        <p className="text-muted">{t('catalogue.cost')}</p>
        <p>
          <Money amount={offer.cost} currency={offer.costCurrency} />
        </p>
      </div>
      <div className="flex w-44 flex-col items-end text-right">
        <Price offer={offer} onRate={onRate} />
      </div>
      <div className="flex">
        <IconButton icon={Pencil} label={t('catalogue.setPrice', { offer: name })} onPress={onPrice} />
        <IconButton
          icon={offer.hidden ? Eye : EyeOff}
          label={t(offer.hidden ? 'catalogue.show' : 'catalogue.hide', { offer: name })}
          onPress={() => onHide(!offer.hidden)}
        />
      </div>
    </div>
  );
}

function Price({ offer, onRate }: { offer: Offer; onRate: () => void }) {
  const { t } = useTranslation('manager');
  const format = useFormat();
  if (offer.unsellable === 'no_rate') {
    return (
      <>
        <StatusLabel tone="warn">{t('catalogue.noRate', { currency: offer.costCurrency })}</StatusLabel>
        <Button look="quiet" icon={Coins} onPress={onRate}>
          {t('catalogue.setRate')}
        </Button>
      </>
    );
  }
  const signs: ReactNode[] = [];
  if (offer.hidden) {
    signs.push(
      <StatusLabel key="hidden" tone="busy" icon={EyeOff}>
        {t('catalogue.hidden')}
      </StatusLabel>,
    );
  }
  if (offer.unsellable) {
    signs.push(
      <StatusLabel key="unsellable" tone="warn">
        {t(`catalogue.${offer.unsellable}`)}
      </StatusLabel>,
    );
  }
  return (
    <>
      {offer.price !== null && <p className="digits text-lg font-semibold">{format.price(offer.price)}</p>}
      {offer.ownPrice !== undefined && (
        <p className="flex items-center gap-1.5 text-accent-text">
          <Tag aria-hidden className="size-4" />
          {t('catalogue.ownPrice')}
        </p>
      )}
      {signs}
    </>
  );
}
