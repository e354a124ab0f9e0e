import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DayReport } from '../../../shared/contract/records.ts';
import { compare } from '../../../shared/money.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { FiguresTable } from '../figures-table.tsx';
import { barShare } from './bar-share.ts';
import { withQuietHours } from './hours.ts';

/** When the money came: a picture, and the same as figures. */
export function HourChart({ hours, currency }: { hours: DayReport['byHour']; currency: string }) {
  const { t } = useTranslation('manager');
  const format = useFormat();
  const [first] = hours;
  if (!first) return null;
  const busiest = hours.reduce((most, hour) => (compare(hour.gross, most.gross) > 0 ? hour : most), first);
  const picture = t('day.byHourChart', {
    gross: format.money(busiest.gross, currency),
    hour: format.time(busiest.from),
  });
  return (
    <Card title={t('day.byHour')}>
      <div role="img" aria-label={picture} className="flex h-48 items-stretch gap-1.5">
        {withQuietHours(hours).map(({ from, gross }) => (
          <div key={from} className="flex min-w-0 flex-1 flex-col items-center gap-1">
            <div className="flex w-full max-w-14 min-w-1 flex-1 flex-col justify-end border-b border-line">
              <div
                className="rounded-t-md bg-accent"
                style={{ height: `${barShare(gross, busiest.gross)}%` }}
              />
            </div>
            <span className="digits text-muted">{format.time(from).split(':')[0]}</span>
          </div>
        ))}
      </div>
      <details className="group">
        <summary className="flex min-h-12 w-fit cursor-pointer items-center rounded-control px-4 font-semibold text-accent-text hover:bg-hover">
          {t('day.hourFigures')}
          <ChevronDown aria-hidden className="ml-2 size-5 group-open:rotate-180" />
        </summary>
        <FiguresTable
          label={t('day.byHour')}
          columns={[t('day.hour'), t('day.sales'), t('day.orders'), t('day.gross')]}
          rows={hours.map(({ from, sales, orders, gross }) => ({
            key: from,
            cells: [
              format.time(from),
              sales,
              orders,
              <Money key="gross" amount={gross} currency={currency} />,
            ],
          }))}
        />
      </details>
    </Card>
  );
}
