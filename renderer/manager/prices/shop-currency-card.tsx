import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format-context.tsx';
import { currencies } from '../../setup/places-and-money.ts';
import { Card } from '../../ui/card.tsx';
import { ComboField } from '../../ui/combo-field.tsx';
import type { PricesDraft } from './prices-store.ts';

/** What the shop's prices are in. */
export function ShopCurrencyCard(props: {
  draft: PricesDraft;
  onChange: (part: Partial<PricesDraft>) => void;
}) {
  const { draft, onChange } = props;
  const { t } = useTranslation('manager');
  const { language } = useFormat();
  const options = useMemo(() => currencies(language), [language]);
  return (
    <Card title={t('prices.currencyTitle')}>
      <ComboField
        label={t('prices.currency')}
        hint={t('prices.currencyHint')}
        options={options}
        value={draft.shop.currency}
        onChange={currency => currency && onChange({ shop: { currency } })}
      />
    </Card>
  );
}
