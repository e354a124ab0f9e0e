import { useTranslation } from 'react-i18next';
import { current, outcomeOf } from '../../../shared/sale-outcome.ts';
import { TONES } from '../../ui/tone.ts';
import { useIsReachable, useTill } from '../use-till.ts';
import { OUTCOMES } from './outcome-look.ts';
import { deliveredCount } from './sale-orders.ts';
import { useOutcomeNext } from './use-outcome-next.ts';

/** The first thing to read after a sale: can the customer go, and if not, why and what now. */
export function OutcomeBanner() {
  const { t } = useTranslation('till');
  const orders = useTill(state => state.orders);
  const outcome = outcomeOf(orders, useIsReachable());
  const next = useOutcomeNext(outcome, orders);
  const { tone, icon: Icon } = OUTCOMES[outcome];
  const count = current(orders).length;
  return (
    <div
      role="status"
      className={`flex min-w-64 flex-1 items-center gap-3 rounded-card px-4 py-2.5 ${TONES[tone].soft}`}
    >
      <Icon aria-hidden className="size-9 shrink-0 2xl:size-12" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="text-xl leading-tight font-bold 2xl:text-2xl">{t(`outcome.${outcome}.title`)}</p>
          {count > 1 && outcome !== 'delivered' && (
            <p className="font-semibold text-ink">
              {t('outcome.progress', { delivered: deliveredCount(orders), count })}
            </p>
          )}
        </div>
        <p className="text-ink">{next}</p>
      </div>
    </div>
  );
}
