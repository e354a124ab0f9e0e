import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decimal } from '../../../shared/money.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { Card } from '../../ui/card.tsx';
import { DecimalField } from '../../ui/decimal-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { workedPrice } from './price-rule.ts';
import type { CostCurrencies, PricesDraft } from './prices-store.ts';

/** A cost worked through to its price, by the rules as they stand in the form. */
export function PriceExample(props: { draft: PricesDraft; costCurrencies: CostCurrencies }) {
  const { draft, costCurrencies } = props;
  const { t } = useTranslation('manager');
  const format = useFormat();
  const known = [...new Set([...costCurrencies.map(cost => cost.currency), ...Object.keys(draft.rates)])];
  const [cost, setCost] = useState<Decimal | ''>('10');
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = chosen ?? known[0] ?? draft.shop.currency;
  const worked = workedPrice(cost, currency, draft);
  const inShop = (amount: Decimal) => format.money(amount, draft.shop.currency);
  return (
    <Card title={t('prices.example')}>
      <div className="grid items-start gap-x-8 gap-y-4 @3xl:grid-cols-[11.5rem_8.5rem_minmax(0,1fr)]">
        <DecimalField label={t('prices.exampleCost')} digits={2} value={cost} onChange={setCost} />
        <SelectField
          label={t('prices.exampleCurrency')}
          options={(known.length > 0 ? known : [currency]).map(code => ({ value: code, label: code }))}
          value={currency}
          onChange={setChosen}
        />
        <div role="status">
          {typeof worked === 'string' ? (
            <p className="text-muted">{t(`prices.exampleNone.${worked}`, { currency })}</p>
          ) : (
            <dl className="digits grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1">
              <dt className="text-muted">
                {t('prices.exampleAtRate', {
                  cost: format.money(cost || '0', currency),
                  rate: format.number(draft.rates[currency] || '1'),
                })}
              </dt>
              <dd className="text-right">{inShop(worked.atRate)}</dd>
              <dt className="text-muted">
                {t('prices.exampleMarkup', { percent: format.number(draft.markupPercent) })}
              </dt>
              <dd className="text-right">{inShop(worked.withMarkup)}</dd>
              <dt className="mt-2 border-t border-line pt-3">
                <span className="text-lg font-semibold">{t('prices.examplePrice')}</span>
                <span className="block text-muted">
                  {t('prices.exampleRounded', { step: inShop(draft.roundTo) })}
                </span>
              </dt>
              <dd className="mt-2 self-stretch border-t border-line pt-3 text-right text-2xl font-semibold">
                {inShop(worked.price)}
              </dd>
            </dl>
          )}
        </div>
      </div>
    </Card>
  );
}
