import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayReport } from '../../../shared/contract/records.ts';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';

/** The day in five figures; what is left of the money is the largest. */
export function DayTotals({ totals, currency }: { totals: DayReport['totals']; currency: string }) {
  const { t } = useTranslation('manager');
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  return (
    <Card>
      <dl aria-label={t('day.totals')} className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <Figure name={t('day.net')} note={t('day.netText')} look="text-3xl @5xl:text-4xl">
          {money(totals.net)}
        </Figure>
        <Figure name={t('day.gross')}>{money(totals.gross)}</Figure>
        <Figure name={t('day.refunds')}>{money(totals.refunds)}</Figure>
        <Figure name={t('day.sales')}>{totals.sales}</Figure>
        <Figure name={t('day.orders')}>{totals.orders}</Figure>
      </dl>
    </Card>
  );
}

function Figure({
  name,
  note,
  look = 'text-xl @5xl:text-3xl',
  children,
}: {
  name: string;
  note?: string;
  look?: string;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col">
      <dt className="text-muted">{name}</dt>
      <dd className={`digits font-semibold ${look}`}>{children}</dd>
      {note && <dd className="text-muted">{note}</dd>}
    </div>
  );
}
