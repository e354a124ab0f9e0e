import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format-context.tsx';
import { currencies } from '../../setup/places-and-money.ts';
import { IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ComboField } from '../../ui/combo-field.tsx';
import { DecimalField } from '../../ui/decimal-field.tsx';
import type { PriceProblems } from './price-rule.ts';
import type { CostCurrencies, PricesDraft } from './prices-store.ts';

const RATE_DIGITS = 8;

export interface RatesCardProps {
  draft: PricesDraft;
  problems: PriceProblems;
  costCurrencies: CostCurrencies;
  onChange: (part: Partial<PricesDraft>) => void;
}

/** A rate for every currency that offers cost in, and for any other that a manager adds. */
export function RatesCard({ draft, problems, costCurrencies, onChange }: RatesCardProps) {
  const { t } = useTranslation('manager');
  const { language } = useFormat();
  const choices = useMemo(() => currencies(language), [language]);
  const inCatalogue = costCurrencies.map(({ currency }) => currency);
  const shown = [...new Set([...inCatalogue, ...Object.keys(draft.rates)])];
  const setRate = (currency: string, rate: string) =>
    onChange({ rates: { ...draft.rates, [currency]: rate } });
  return (
    <Card title={t('prices.rates')}>
      <p className="text-muted">{t('prices.ratesText')}</p>
      {shown.map(currency => (
        <RateField
          key={currency}
          currency={currency}
          shopCurrency={draft.shop.currency}
          rate={draft.rates[currency] ?? ''}
          offers={costCurrencies.find(cost => cost.currency === currency)?.offers ?? 0}
          isWrong={problems.rates.includes(currency)}
          onChange={rate => setRate(currency, rate)}
          {...(inCatalogue.includes(currency)
            ? {}
            : { onRemove: () => onChange({ rates: without(draft.rates, currency) }) })}
        />
      ))}
      <ComboField
        key={shown.length}
        label={t('prices.add')}
        options={choices.filter(({ value }) => !shown.includes(value))}
        value={null}
        onChange={currency => currency && setRate(currency, '')}
      />
    </Card>
  );
}

interface RateFieldProps {
  currency: string;
  shopCurrency: string;
  rate: string;
  /** How many offers cost in it. */
  offers: number;
  isWrong: boolean;
  onChange: (rate: string) => void;
  onRemove?: () => void;
}

function RateField(props: RateFieldProps) {
  const { currency, shopCurrency, rate, offers, isWrong, onChange, onRemove } = props;
  const { t } = useTranslation('manager');
  const isOwn = currency === shopCurrency;
  const used =
    offers > 0 ? t('prices.rateOffers', { count: offers, currency }) : t('prices.rateNoOffers', { currency });
  const missing = rate === '' && offers > 0 && !isOwn;
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <DecimalField
          label={t('prices.rate', { currency })}
          hint={`${used} ${isOwn ? t('prices.rateOwn') : missing ? t('prices.rateMissing') : ''}`.trim()}
          unit={shopCurrency}
          digits={RATE_DIGITS}
          value={rate}
          onChange={onChange}
          error={isWrong ? t('prices.wrongRate') : undefined}
        />
      </div>
      {onRemove && (
        <span className="pt-7.5">
          <IconButton icon={Trash2} label={t('prices.remove', { currency })} onPress={onRemove} />
        </span>
      )}
    </div>
  );
}

function without(rates: Readonly<Record<string, string>>, currency: string): Record<string, string> {
  return Object.fromEntries(Object.entries(rates).filter(([name]) => name !== currency));
}
