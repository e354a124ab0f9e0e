import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { CardProps } from './card-props.ts';
import { PaperPreview } from './paper-preview.tsx';

const MOST_TEXT = 400;

export function ReceiptCard({ draft, onChange }: CardProps) {
  const { t } = useTranslation('manager');
  const { receipt, shop, language } = draft;
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
          <PaperPreview
            shopName={shop.name}
            header={receipt.header}
            footer={receipt.footer}
            paper={receipt.paper}
            language={language}
          />
        </div>
      </div>
    </Card>
  );
}
