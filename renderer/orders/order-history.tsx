import { useTranslation } from 'react-i18next';
import { Card } from '../ui/card.tsx';
import { DateTime } from '../ui/moment.tsx';
import { historyText } from './history-text.ts';
import type { OrderFile } from './order-store.ts';

/** What happened to an order, the latest first. */
export function OrderHistory({ history }: { history: OrderFile['history'] }) {
  const { t } = useTranslation('orders');
  const entries = history.map((entry, index) => ({ ...entry, index, ...historyText(t, entry) })).reverse();
  return (
    <Card title={t('detail.history')}>
      <ol className="flex flex-col">
        {entries.map(({ index, at, title, note, staffName }) => (
          <li
            key={index}
            className="relative flex flex-col border-l-2 border-line pb-4 pl-5 last:border-transparent last:pb-0"
          >
            <span
              aria-hidden
              className="absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-surface bg-edge"
            />
            <span className="font-semibold">{title}</span>
            {note && <span>{note}</span>}
            <span className="digits text-muted">
              <DateTime at={at} />
              {staffName && ` · ${staffName}`}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
