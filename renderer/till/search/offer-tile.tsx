import { CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/contract/catalogue.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { useTillActions } from '../use-till.ts';
import { DeliveryKind } from './delivery-kind.tsx';
import { TILE } from './tile.ts';

/** Pixels, for the grid. */
export const OFFER_TILE = { minWidth: 250, height: 160 } as const;

/** Letters that go on two lines of a tile; a longer name is set smaller, never cut: it may end in the region. */
const MOST_LARGE = 32;

/** One offer, its price large. One that cannot be sold says why, and still takes the focus so that it can be read. */
export function OfferTile(props: { offer: Offer; showsProduct: boolean; inTabOrder: boolean }) {
  const { offer, showsProduct, inTabOrder } = props;
  const till = useTillActions();
  const size = offer.offerName.length > MOST_LARGE ? 'leading-tight' : 'text-lg leading-snug';
  const about = [showsProduct ? offer.productName : undefined, offer.region, offer.platform].filter(Boolean);
  return (
    <button
      type="button"
      aria-disabled={offer.unsellable !== undefined}
      tabIndex={inTabOrder ? 0 : -1}
      onClick={() => till.chooseOffer(offer)}
      className={`${TILE} flex-col justify-between gap-1 px-4 py-2 aria-disabled:cursor-not-allowed aria-disabled:bg-sunken aria-disabled:shadow-none`}
    >
      <span className="flex min-w-0 flex-col">
        <span className={`line-clamp-3 font-semibold break-words ${size}`}>{offer.offerName} </span>
        <span className="line-clamp-2 leading-tight text-muted">
          <DeliveryKind delivery={offer.delivery} /> {about.map(part => `· ${part} `)}
        </span>
      </span>
      <span className="flex justify-end">
        <PriceOrReason offer={offer} />
      </span>
    </button>
  );
}

function PriceOrReason({ offer: { price, unsellable } }: { offer: Offer }) {
  const { t } = useTranslation('till');
  const format = useFormat();
  if (price !== null && !unsellable) {
    return <span className="digits text-2xl font-bold whitespace-nowrap">{format.price(price)}</span>;
  }
  return (
    <span className="flex items-start gap-1.5 text-right leading-snug font-semibold text-bad">
      <CircleSlash aria-hidden className="mt-0.5 size-5 shrink-0" />
      {t(`unsellable.${unsellable ?? 'no_rate'}`)}
    </span>
  );
}
