import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field.tsx';
import { useFaultText } from './fault-text.ts';
import type { StepProps } from './step-props.ts';

export function TokenStep({ draft, faults, change }: StepProps) {
  const { t } = useTranslation('setup');
  const said = useFaultText(faults, draft.token.trim().length);
  return (
    <TextField
      label={t('token.label')}
      hint={t('token.hint')}
      value={draft.token}
      onChange={token => change({ token })}
      error={said('token')}
      type="password"
      mono
      autoFocus
    />
  );
}
