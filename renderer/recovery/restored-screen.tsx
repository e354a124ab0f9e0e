import { ArrowRight, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RestoreReport } from '../../shared/contract/backup.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';

/** What a restore did. Leaving it loads the page anew: nothing that was on a screen before is to be trusted. */
export function RestoredScreen({ report }: { report: RestoreReport }) {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const { carried, gap, orders, setAside, skipped } = report;
  const figures = [
    [t('done.sales'), carried.sales],
    [t('done.orders'), carried.orders],
    [t('done.keys'), carried.keys],
    [t('done.refunds'), carried.refunds],
    [t('done.concerned'), orders],
    ...(skipped > 0 ? [[t('done.skipped'), skipped] as const] : []),
  ] as const;
  return (
    <main className="flex h-full justify-center overflow-y-auto p-8">
      <div className="flex w-full max-w-2xl flex-col gap-6">
        <div className="flex items-center gap-4">
          <CircleCheck aria-hidden className="size-12 shrink-0 text-good" strokeWidth={1.5} />
          <h1 className="text-3xl font-semibold">{t('done.title')}</h1>
        </div>
        {gap ? <Notice tone="warn" title={t('done.gap')} /> : <Notice tone="good" title={t('done.whole')} />}
        <Card title={t('done.of', { time: format.dateTime(report.at) })}>
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 text-lg">
            {figures.map(([name, figure]) => (
              <div key={name} className="col-span-2 grid grid-cols-subgrid">
                <dt className="text-muted">{name}</dt>
                <dd className="digits font-semibold">{figure}</dd>
              </div>
            ))}
          </dl>
          {setAside !== null && (
            <p>
              {t('done.aside')} <code className="font-mono break-all select-all">{setAside}</code>
              <span className="block text-muted">{t('done.asideUtc')}</span>
            </p>
          )}
        </Card>
        <Button look="primary" size="large" icon={ArrowRight} onPress={() => window.location.reload()}>
          {t('done.go')}
        </Button>
      </div>
    </main>
  );
}
