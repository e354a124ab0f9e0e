import { Inbox } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayReport } from '../../../shared/contract/records.ts';
import { isZero } from '../../../shared/money.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { Shown } from '../../ui/shown.tsx';
import { DayFigures } from './day-figures.tsx';
import { DayPicker } from './day-picker.tsx';
import { createDayStore } from './day-store.ts';
import { DayTotals } from './day-totals.tsx';
import { HourChart } from './hour-chart.tsx';
import { MoneySplit } from './money-split.tsx';
import { OpenOrders } from './open-orders.tsx';

/** What one business day sold, gave back and still owes. */
export function DayTab() {
  const store = useStoreOf(createDayStore);
  const report = useFrom(createDayStore, state => state.report);
  const failure = useFrom(createDayStore, state => state.exportFailure);
  const { go, watch } = store.getState();

  useEffect(() => {
    void go(null);
    return watch();
  }, [go, watch]);

  return (
    <div className="@container flex flex-col gap-4 pb-5">
      <DayPicker />
      {failure && <ErrorNotice error={failure} />}
      <Shown of={report} onRetry={() => void go(report.value?.day ?? null)}>
        {value => <Report report={value} />}
      </Shown>
    </div>
  );
}

function Report({ report }: { report: DayReport }) {
  const { t } = useTranslation('manager');
  const { totals } = report;
  if (totals.sales === 0 && isZero(totals.refunds)) {
    return (
      <Card>
        <EmptyState icon={Inbox} title={t('day.empty')}>
          {t('day.emptyText')}
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      {report.numbersLeftOut.map(range => (
        <Notice key={range.from} tone="info" title={t('day.numbersLeftOut', range)} />
      ))}
      <DayTotals totals={totals} currency={report.currency} />
      <MoneySplit totals={totals} currency={report.currency} />
      <OpenOrders orders={report.open} toRefund={totals.toRefund} currency={report.currency} />
      <HourChart hours={report.byHour} currency={report.currency} />
      <DayFigures report={report} />
    </>
  );
}
