import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/button.tsx';

export interface QuantityStepperProps {
  /** What is counted. */
  name: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
  isDisabled?: boolean;
}

/** How many: by a press, by the arrow keys or typed. Never less than one, never more than `most`. */
export function QuantityStepper({ name, value, most, onChange, isDisabled = false }: QuantityStepperProps) {
  const { t } = useTranslation('till');
  const [draft, setDraft] = useState<string | null>(null);
  const take = (wanted: number) => onChange(Math.max(1, Math.min(wanted, most)));

  function type(text: string) {
    if (!/^\d{0,3}$/.test(text)) return;
    setDraft(text);
    if (Number(text) > 0) take(Number(text));
  }

  return (
    <fieldset
      disabled={isDisabled}
      className="flex w-fit items-center rounded-control border border-edge bg-raised"
    >
      <legend className="sr-only">{t('quantity.of', { name })}</legend>
      <IconButton
        icon={Minus}
        label={t('quantity.less')}
        isDisabled={isDisabled || value <= 1}
        onPress={() => take(value - 1)}
      />
      <input
        aria-label={t('quantity.of', { name })}
        inputMode="numeric"
        autoComplete="off"
        value={draft ?? String(value)}
        onChange={event => type(event.target.value)}
        onFocus={event => event.target.select()}
        onBlur={() => setDraft(null)}
        onKeyDown={event => {
          const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          setDraft(null);
          take(value + step);
        }}
        className="digits h-12 w-12 rounded-control bg-transparent text-center text-lg font-semibold disabled:opacity-45"
      />
      <IconButton
        icon={Plus}
        label={t('quantity.more')}
        isDisabled={isDisabled || value >= most}
        onPress={() => take(value + 1)}
      />
    </fieldset>
  );
}
