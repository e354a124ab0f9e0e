import { TriangleAlert } from 'lucide-react';
import { type Ref, useState } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { Decimal } from '../../shared/money.ts';
import { type DecimalLimits, decimalAsWritten, decimalFromText, MOST_WHOLE_DIGITS } from './decimal-text.ts';
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
  /** Changes when what was written here was taken out again: then nothing is said of it any more. */
  wiped?: number;
}

/**
 * An exact number. Text, not type=number: no float, no wheel, no arrow keys that change an amount by accident.
 * What cannot be part of a number is not taken, and the field says so.
 */
export function DecimalField(props: DecimalFieldProps) {
  const { label, hint, error, value, onChange, unit, inputRef, digits, signed, autoFocus, isDisabled } =
    props;
  const { wiped = 0 } = props;
  const { i18n } = useTranslation();
  const limits = { digits, signed };
  const written = decimalAsWritten(value, i18n.language);
  const [draft, setDraft] = useState(written);
  const [refusedAt, setRefusedAt] = useState<number>();
  const shown = decimalFromText(draft, limits) === value ? draft : written;

  function take(text: string) {
    const read = decimalFromText(text, limits);
    setRefusedAt(read === undefined ? wiped : undefined);
    if (read === undefined) return;
    setDraft(text);
    onChange(read);
  }

  return (
    <AriaTextField
      value={shown}
      onChange={take}
      onBlur={() => setRefusedAt(undefined)}
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
      <Refusal digits={digits} isSaid={refusedAt === wiped} />
    </AriaTextField>
  );
}

/** There before anything is said in it, so that a screen reader hears it. */
function Refusal({ digits, isSaid }: { digits: number; isSaid: boolean }) {
  const { t } = useTranslation();
  const most = MOST_WHOLE_DIGITS;
  return (
    <p role="status" className="flex items-start gap-1.5 font-semibold text-warn empty:sr-only">
      {isSaid && (
        <>
          <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
          {digits === 0 ? t('notTaken.whole', { most }) : t('notTaken.fraction', { most, digits })}
        </>
      )}
    </p>
  );
}
