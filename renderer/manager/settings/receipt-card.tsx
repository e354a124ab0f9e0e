import { useTranslation } from 'react-i18next';
import { ReceiptPaper } from '../../receipt/receipt-paper.tsx';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { CardProps } from './card-props.ts';
import { sampleReceipt } from './sample-receipt.ts';

const MOST_TEXT = 400;
/** Characters on a line; on a sheet of A4 the receipt is as wide as on the wider roll. */
const COLUMNS = { 58: 32, 80: 48, 210: 48 } as const;

export function ReceiptCard({ draft, onChange }: CardProps) {
  const { t } = useTranslation('manager');
  const { receipt } = draft;
  return (
    <Card title={t('settings.receipt')}>
      <div className="grid items-start gap-6 @3xl:grid-cols-2 @7xl:grid-cols-[1fr_1fr_auto]">
        <TextArea
          label={t('settings.header')}
          hint={t('settings.headerHint')}
          rows={4}
          maxLength={MOST_TEXT}
          value={receipt.header}
          onChange={header => onChange({ receipt: { ...receipt, header } })}
        />
        <TextArea
          label={t('settings.footer')}
          rows={4}
          maxLength={MOST_TEXT}
          value={receipt.footer}
          onChange={footer => onChange({ receipt: { ...receipt, footer } })}
        />
        <div className="@3xl:col-span-2 @7xl:col-span-1">
          <Preview draft={draft} />
        </div>
      </div>
    </Card>
  );
}

/** As it will come out, the key too, and as wide as the roll. */
function Preview({ draft }: Pick<CardProps, 'draft'>) {
  const { t } = useTranslation('manager');
  const currency = useFrom(createTerminalStore, state => state.status?.shop?.currency ?? 'USD');
  const margins = '2rem';
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <figcaption className="font-semibold">{t('settings.preview')}</figcaption>
      <div className="flex justify-center rounded-control bg-sunken p-4">
        <div
          className="max-w-full font-mono"
          style={{ width: `calc(${COLUMNS[draft.receipt.paper]}ch + ${margins})` }}
        >
          <ReceiptPaper receipt={sampleReceipt(draft, currency)} />
        </div>
      </div>
    </figure>
  );
}
