import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../../../shared/money.ts';
import { Card } from '../../ui/card.tsx';
import { DecimalField } from '../../ui/decimal-field.tsx';
import type { PriceProblems } from './price-rule.ts';
import type { PricesDraft } from './prices-store.ts';

/** Markup, rounding, and how far a price may move before a person is asked. */
export function RuleCard(props: {
  draft: PricesDraft;
  problems: PriceProblems;
  onChange: (part: Partial<PricesDraft>) => void;
}) {
  const { draft, problems, onChange } = props;
  const { t } = useTranslation('manager');
  const { currency } = draft.shop;
  return (
    <Card title={t('prices.rule')}>
      <div className="grid grid-cols-2 items-start gap-4">
        <DecimalField
          label={t('prices.markup')}
          hint={t('prices.markupHint')}
          unit="%"
          digits={2}
          signed
          value={draft.markupPercent}
          onChange={markupPercent => onChange({ markupPercent })}
          error={problems.markup ? t('prices.wrongMarkup') : undefined}
        />
        <DecimalField
          label={t('prices.roundTo')}
          hint={t('prices.roundToHint')}
          unit={currency}
          digits={currencyDigits(currency)}
          value={draft.roundTo}
          onChange={roundTo => onChange({ roundTo })}
          error={problems.roundTo ? t('prices.wrongRoundTo') : undefined}
        />
      </div>
      <DecimalField
        label={t('prices.tolerance')}
        hint={t('prices.toleranceHint')}
        unit="%"
        digits={2}
        value={draft.priceTolerancePercent}
        onChange={priceTolerancePercent => onChange({ priceTolerancePercent })}
        error={problems.tolerance ? t('prices.wrongTolerance') : undefined}
      />
    </Card>
  );
}
