import { useTranslation } from 'react-i18next';
import { Segments } from '../ui/segments.tsx';
import type { StepProps } from './step-props.ts';

export function LanguageStep({ draft, change }: StepProps) {
  const { t } = useTranslation('setup');
  return (
    <Segments
      label={t('step.language')}
      value={draft.language}
      onChange={language => change({ language })}
      options={[
        { value: 'en', label: t('language.en') },
        { value: 'ru', label: t('language.ru') },
      ]}
    />
  );
}
