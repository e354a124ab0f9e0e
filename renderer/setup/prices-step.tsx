import { useTranslation } from 'react-i18next';
import { shopPrice } from '../../shared/money.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { DecimalField } from '../ui/decimal-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFaultText } from './fault-text.ts';
import { costCurrencies, type SetupDraft, usualStep } from './setup-draft.ts';
import { faultsOf } from './setup-faults.ts';
import type { StepProps } from './step-props.ts';

const RATE_DIGITS = 6;

export function PricesStep({ draft, faults, change }: StepProps) {
  const { t } = useTranslation('setup');
  const said = useFaultText(faults);
  const currency = draft.currency ?? '';
  return (
    <>
      <fieldset className="grid grid-cols-2 gap-4">
        <legend className="pb-3 text-muted">{t('prices.rateHint', { currency })}</legend>
        {costCurrencies(draft.currency).map(cost => (
          <DecimalField
            key={cost}
            label={t('prices.rate', { currency: cost })}
            unit={currency}
            digits={RATE_DIGITS}
            value={draft.rates[cost] ?? ''}
            onChange={rate => change({ rates: { ...draft.rates, [cost]: rate } })}
            error={said(`rate ${cost}`)}
          />
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-4">
        <DecimalField
          label={t('prices.markup')}
          hint={t('prices.markupHint')}
          unit="%"
          digits={2}
          signed
          value={draft.markupPercent}
          onChange={markupPercent => change({ markupPercent })}
          error={said('markupPercent')}
        />
        <DecimalField
          label={t('prices.roundTo')}
          hint={t('prices.roundToHint', { currency })}
          unit={currency}
          digits={2}
          value={draft.roundTo || usualStep(draft.currency)}
          onChange={roundTo => change({ roundTo })}
          error={said('roundTo')}
        />
      </div>
      <Example draft={draft} />
    </>
  );
}

const EXAMPLE_COST = '10';

function Example({ draft }: { draft: SetupDraft }) {
  const { t } = useTranslation('setup');
  const format = useFormat();
  const given = Object.entries(draft.rates).find(([, rate]) => rate !== '');
  if (!given || !draft.currency || Object.keys(faultsOf('prices', draft)).length > 0) {
    return <Notice tone="info" title={t('prices.exampleNone')} />;
  }
  const [costCurrency, rate] = given;
  const price = shopPrice(EXAMPLE_COST, {
    rate,
    markupPercent: draft.markupPercent || '0',
    roundTo: draft.roundTo || usualStep(draft.currency),
  });
  const amounts = {
    cost: format.money(EXAMPLE_COST, costCurrency),
    price: format.money(price, draft.currency),
  };
  return <Notice tone="info" title={t('prices.example', amounts)} />;
}
