import { useTranslation } from 'react-i18next';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Card } from '../../ui/card.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { CheckedCardProps } from './card-props.ts';

const MINUTES = [1, 2, 3, 5, 10, 15, 30, 60, 120, 240];

/** The account is kept in US dollars, as far as the partner has not said otherwise. */
const USUAL_CURRENCY = 'USD';

export function SafetyCard({ draft, problems, onChange }: CheckedCardProps) {
  const { t } = useTranslation('manager');
  const currency = useFrom(createTerminalStore, state => state.balance?.currency ?? USUAL_CURRENCY);
  const { autoLockMinutes } = draft;
  const minutes = [...new Set([...MINUTES, autoLockMinutes])].sort((a, b) => a - b);
  return (
    <Card title={t('settings.safety')}>
      <SelectField
        label={t('settings.autoLock')}
        options={minutes.map(count => ({ value: String(count), label: t('settings.minutes', { count }) }))}
        value={String(autoLockMinutes)}
        onChange={chosen => onChange({ autoLockMinutes: Number(chosen) })}
      />
      <MoneyField
        label={t('settings.lowBalance')}
        hint={t('settings.lowBalanceHint')}
        currency={currency}
        value={draft.lowBalance}
        onChange={lowBalance => onChange({ lowBalance })}
        error={problems.lowBalance ? t('settings.lowBalanceWrong') : undefined}
      />
    </Card>
  );
}
