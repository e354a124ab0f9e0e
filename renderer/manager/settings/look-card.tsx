import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../shared/people.ts';
import { Card } from '../../ui/card.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { CardProps } from './card-props.ts';

const THEMES = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const;

export function LookCard({ draft, onChange }: CardProps) {
  const { t } = useTranslation('manager');
  return (
    <Card title={t('settings.look')}>
      <Segments
        label={t('settings.language')}
        value={draft.language}
        onChange={language => onChange({ language })}
        options={LANGUAGES.map(value => ({ value, label: t(`settings.${value}`) }))}
      />
      <Segments
        label={t('settings.theme')}
        value={draft.theme}
        onChange={theme => onChange({ theme })}
        options={THEMES.map(({ value, icon }) => ({ value, icon, label: t(`settings.${value}`) }))}
      />
    </Card>
  );
}
