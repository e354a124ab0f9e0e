import { Info, ShoppingBasket, Trash2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FittedAmount } from '../../ui/fitted-amount.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useTill, useTillActions } from '../use-till.ts';
import { piecesIn, totalOf } from './basket.ts';
import { BasketRow } from './basket-row.tsx';
import { LastSale } from './last-sale.tsx';

/** What the customer is buying, and what it comes to: always in sight. */
export function BasketPanel() {
  const { t } = useTranslation('till');
  const lines = useTill(state => state.lines);
  const hasLastSale = useTill(state => state.sale !== null);
  return (
    <section
      aria-labelledby="sale-title"
      className="flex h-64 shrink-0 flex-col border-t border-line bg-surface lg:h-auto lg:w-80 lg:border-t-0 lg:border-l 2xl:w-md"
    >
      <BasketHead />
      <TakenOver />
      {lines.length === 0 ? (
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-3">
          <div className="m-auto">
            <EmptyState {...(hasLastSale ? {} : { icon: ShoppingBasket })} title={t('basket.empty')}>
              {t('basket.emptyNext')}
            </EmptyState>
          </div>
          <LastSale />
        </div>
      ) : (
        <VirtualList
          label={t('basket.lines')}
          items={lines}
          itemKey={line => line.id}
          estimatedHeight={132}
          render={line => <BasketRow line={line} />}
        />
      )}
      <BasketFoot />
    </section>
  );
}

function BasketHead() {
  const { t } = useTranslation(['till', 'common']);
  const pieces = useTill(state => piecesIn(state.lines));
  const canUndo = useTill(state => state.before !== null);
  const isFrozen = useTill(state => state.attempt !== null);
  const till = useTillActions();
  return (
    <header className="flex min-h-16 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
      <h2 id="sale-title" className="text-xl font-semibold">
        {t('basket.title')}
      </h2>
      <p className="flex-1 text-muted">{pieces > 0 && t('common:count', { count: pieces })}</p>
      {canUndo && (
        <Button look="quiet" icon={Undo2} onPress={till.undo}>
          {t('basket.undo')}
        </Button>
      )}
      {pieces > 0 && (
        <IconButton
          icon={Trash2}
          label={t('common:clear')}
          isDisabled={isFrozen}
          onPress={till.clearBasket}
        />
      )}
    </header>
  );
}

/** Someone else began this sale: whoever is here now goes on with it in their own name, or clears it. */
function TakenOver() {
  const { t } = useTranslation('till');
  const name = useTill(({ begunBy, seller }) => (begunBy?.id === seller?.id ? undefined : begunBy?.name));
  if (name === undefined) return null;
  return (
    <p
      role="status"
      className="flex shrink-0 items-start gap-2 border-b border-line bg-accent-soft px-4 py-2 text-accent-text"
    >
      <Info aria-hidden className="mt-0.5 size-5 shrink-0" />
      <span>
        <strong className="font-semibold">{t('basket.begunBy', { name })}</strong>{' '}
        <span className="text-ink">{t('basket.begunByNext')}</span>
      </span>
    </p>
  );
}

function BasketFoot() {
  const { t } = useTranslation('till');
  const format = useFormat();
  const total = useTill(state => totalOf(state.lines));
  const isEmpty = useTill(state => state.lines.length === 0);
  const isPaying = useTill(state => state.step === 'payment');
  const till = useTillActions();
  return (
    <footer className="flex shrink-0 flex-col gap-3 border-t border-line p-4">
      <div className="flex items-center gap-3">
        <p className="text-lg font-semibold">{t('basket.total')}</p>
        <div className="min-w-0 flex-1">
          <FittedAmount text={format.price(total)} isAtEnd />
        </div>
      </div>
      {!isPaying && (
        <Button look="primary" size="large" wide isDisabled={isEmpty} onPress={till.startPayment}>
          {t('basket.pay')}
        </Button>
      )}
    </footer>
  );
}
