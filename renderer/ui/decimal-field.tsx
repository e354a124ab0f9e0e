import { type Ref, useState } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import type { Decimal } from '../../shared/money.ts';
import { type DecimalLimits, decimalFromText } from './decimal-text.ts';
import { CONTROL, FIELD, FieldHints, FieldLabel, type FieldTexts } from './field.tsx';

export interface DecimalFieldProps extends FieldTexts, DecimalLimits {
  /** '' while nothing has been entered. */
  value: Decimal | '';
  onChange: (value: Decimal | '') => void;
  /** Stands after the number: a currency, "%". */
  unit?: string;
  inputRef?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
  isDisabled?: boolean;
}

/**
 * An exact number. Text, not type=number: no float, no wheel, no arrow keys that change an amount by accident.
 * What cannot be part of a number is not taken.
 */
export function DecimalField(props: DecimalFieldProps) {
  const { label, hint, error, value, onChange, unit, inputRef, digits, signed, autoFocus, isDisabled } =
    props;
  const limits = { digits, signed };
  const [draft, setDraft] = useState<string>(value);
  const shown = decimalFromText(draft, limits) === value ? draft : value;

  function take(text: string) {
    const read = decimalFromText(text, limits);
    if (read === undefined) return;
    setDraft(text);
    onChange(read);
  }

  return (
    <AriaTextField
      value={shown}
      onChange={take}
      inputMode="decimal"
      autoComplete="off"
      isInvalid={error !== undefined}
      {...(autoFocus === undefined ? {} : { autoFocus })}
      {...(isDisabled === undefined ? {} : { isDisabled })}
      className={FIELD}
    >
      <FieldLabel>{label}</FieldLabel>
      <div className="relative">
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          className={`${CONTROL} digits text-right font-semibold ${unit ? 'pr-16' : ''}`}
        />
        {unit && (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-4 flex items-center text-muted"
          >
            {unit}
          </span>
        )}
      </div>
      <FieldHints hint={hint} error={error} />
    </AriaTextField>
  );
}
