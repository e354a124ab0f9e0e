import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hours, timeZones } from '../../setup/places-and-money.ts';
import { Card } from '../../ui/card.tsx';
import { ComboField } from '../../ui/combo-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CheckedCardProps } from './card-props.ts';
import { withChosen } from './with-chosen.ts';

const MOST_NAME = 80;

export function ShopCard({ draft, problems, onChange }: CheckedCardProps) {
  const { t } = useTranslation('manager');
  const { shop } = draft;
  const zones = useMemo(timeZones, []);
  return (
    <Card title={t('settings.shop')}>
      <TextField
        label={t('settings.name')}
        value={shop.name}
        onChange={name => onChange({ shop: { ...shop, name } })}
        maxLength={MOST_NAME}
        error={problems.name ? t('settings.nameMissing') : undefined}
      />
      <ComboField
        label={t('settings.timeZone')}
        options={withChosen(zones, shop.timeZone)}
        value={shop.timeZone}
        onChange={timeZone => timeZone && onChange({ shop: { ...shop, timeZone } })}
      />
      <SelectField
        label={t('settings.dayStartsAt')}
        hint={t('settings.dayStartsAtHint')}
        options={withChosen(hours(), shop.dayStartsAt)}
        value={shop.dayStartsAt}
        onChange={dayStartsAt => onChange({ shop: { ...shop, dayStartsAt } })}
      />
    </Card>
  );
}
