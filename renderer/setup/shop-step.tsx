import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboField } from '../ui/combo-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFaultText } from './fault-text.ts';
import { currencies, hours, timeZones } from './places-and-money.ts';
import type { StepProps } from './step-props.ts';

export function ShopStep({ draft, faults, change }: StepProps) {
  const { t } = useTranslation('setup');
  const said = useFaultText(faults);
  const money = useMemo(() => currencies(draft.language), [draft.language]);
  const zones = useMemo(timeZones, []);
  return (
    <>
      <TextField
        label={t('shop.name')}
        value={draft.shopName}
        onChange={shopName => change({ shopName })}
        error={said('shopName')}
        maxLength={80}
        autoFocus
      />
      <div className="grid grid-cols-2 gap-4">
        <ComboField
          label={t('shop.currency')}
          options={money}
          value={draft.currency}
          onChange={currency => change({ currency })}
          error={said('currency')}
        />
        <ComboField
          label={t('shop.timeZone')}
          options={zones}
          value={draft.timeZone}
          onChange={timeZone => change({ timeZone })}
          error={said('timeZone')}
        />
      </div>
      <SelectField
        label={t('shop.dayStartsAt')}
        hint={t('shop.dayStartsAtHint')}
        options={hours()}
        value={draft.dayStartsAt}
        onChange={dayStartsAt => change({ dayStartsAt })}
      />
    </>
  );
}
