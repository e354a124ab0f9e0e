import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field.tsx';
import { useFaultText } from './fault-text.ts';
import { NewPinFields } from './new-pin-fields.tsx';
import type { StepProps } from './step-props.ts';

export function ManagerStep({ draft, faults, change }: StepProps) {
  const { t } = useTranslation('setup');
  const said = useFaultText(faults);
  return (
    <>
      <TextField
        label={t('manager.name')}
        value={draft.managerName}
        onChange={managerName => change({ managerName })}
        error={said('managerName')}
        maxLength={60}
        autoFocus
      />
      <NewPinFields pin={draft.pin} pinAgain={draft.pinAgain} faults={faults} onChange={change} />
    </>
  );
}
