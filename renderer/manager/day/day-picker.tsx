import { CalendarCheck, ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format-context.tsx';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { createDayStore } from './day-store.ts';
import { download } from './download.ts';

/** Which business day is shown, and the way to the others. */
export function DayPicker() {
  const { t } = useTranslation('manager');
  const format = useFormat();
  const toast = useToast();
  const { go, step, exportDay } = useStoreOf(createDayStore).getState();
  const report = useFrom(createDayStore, state => state.report);
  const today = useFrom(createDayStore, state => state.today);
  const isExporting = useFrom(createDayStore, state => state.isExporting);
  const { value } = report;
  const isToday = value !== null && value.day === today;

  async function keep() {
    const file = await exportDay();
    if (!file) return;
    download(file.fileName, file.csv, 'text/csv;charset=utf-8');
    toast('good', 'manager:day.exported', { file: file.fileName });
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <Toolbar label={t('day.picker')}>
        <IconButton
          look="secondary"
          icon={ChevronLeft}
          label={t('day.previous')}
          isDisabled={!value}
          onPress={() => void step(-1)}
        />
        <IconButton
          look="secondary"
          icon={ChevronRight}
          label={t('day.next')}
          isDisabled={!value || isToday}
          onPress={() => void step(1)}
        />
        <Button icon={CalendarCheck} isDisabled={isToday} onPress={() => void go(null)}>
          {t('day.today')}
        </Button>
      </Toolbar>
      {value && (
        <div role="status" className="min-w-0 flex-1 basis-64 px-2">
          <h2 className="text-lg font-semibold 2xl:text-xl">
            {format.date(value.day)}
            {isToday && <span className="font-normal text-muted"> · {t('day.isToday')}</span>}
          </h2>
          <p className="leading-snug text-balance text-muted">
            {t('day.bounds', { from: format.dateTime(value.from), to: format.dateTime(value.to) })}
          </p>
        </div>
      )}
      <Button icon={Download} isDisabled={!value} isPending={isExporting} onPress={() => void keep()}>
        {t('day.export')}
      </Button>
    </div>
  );
}
