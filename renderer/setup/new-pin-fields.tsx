import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field.tsx';
import { useFaultText } from './fault-text.ts';
import type { Faults } from './setup-faults.ts';

/** A PIN that is being made, twice, so that a slip of the finger locks nobody out. */
export function NewPinFields(props: {
  pin: string;
  pinAgain: string;
  faults: Pick<Faults, 'pin' | 'pinAgain'>;
  onChange: (part: { pin?: string; pinAgain?: string }) => void;
}) {
  const { pin, pinAgain, faults, onChange } = props;
  const { t } = useTranslation('setup');
  const said = useFaultText(faults);
  return (
    <div className="grid grid-cols-2 gap-4">
      <TextField
        label={t('manager.pin')}
        hint={t('manager.pinHint')}
        value={pin}
        onChange={text => onChange({ pin: digitsOf(text) })}
        error={said('pin')}
        type="password"
        inputMode="numeric"
        maxLength={8}
        mono
      />
      <TextField
        label={t('manager.pinAgain')}
        value={pinAgain}
        onChange={text => onChange({ pinAgain: digitsOf(text) })}
        error={said('pinAgain')}
        type="password"
        inputMode="numeric"
        maxLength={8}
        mono
      />
    </div>
  );
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
