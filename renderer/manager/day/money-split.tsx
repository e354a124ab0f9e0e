import { CircleCheck, HandCoins, Hourglass, type LucideIcon, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DayReport } from '../../../shared/contract/records.ts';
import { isPositive } from '../../../shared/money.ts';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { barShare } from './bar-share.ts';

const PARTS = [
  { part: 'delivered', icon: CircleCheck, bar: 'bg-good', text: 'text-good' },
  { part: 'waiting', icon: Hourglass, bar: 'bg-accent', text: 'text-accent-text' },
  { part: 'toRefund', icon: HandCoins, bar: 'bg-warn', text: 'text-warn' },
  { part: 'refunded', icon: Undo2, bar: 'bg-edge', text: 'text-muted' },
] as const satisfies readonly {
  part: keyof DayReport['totals'];
  icon: LucideIcon;
  bar: string;
  text: string;
}[];

/** What became of the money taken: four amounts that add up to it. */
export function MoneySplit({ totals, currency }: { totals: DayReport['totals']; currency: string }) {
  const { t } = useTranslation('manager');
  return (
    <Card title={t('day.split')} actions={<p className="text-muted">{t('day.splitText')}</p>}>
      <div aria-hidden className="flex h-4 gap-0.5 overflow-hidden rounded-full bg-sunken">
        {PARTS.filter(({ part }) => isPositive(totals[part])).map(({ part, bar }) => (
          <div
            key={part}
            className={`min-w-1 ${bar}`}
            style={{ width: `${barShare(totals[part], totals.gross)}%` }}
          />
        ))}
      </div>
      <dl className="grid grid-cols-2 gap-4 @3xl:grid-cols-4">
        {PARTS.map(({ part, icon: Icon, text }) => (
          <div key={part} className="flex flex-col">
            <dt className={`flex items-center gap-2 font-semibold ${text}`}>
              <Icon aria-hidden className="size-5 shrink-0" />
              {t(`day.${part}`)}
            </dt>
            <dd className="text-xl font-semibold">
              <Money amount={totals[part]} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
