import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';

/** How every field looks: label above, hint below, and what is wrong with it in its place. */
export const FIELD = 'flex min-w-0 flex-col gap-1.5';
export const CONTROL =
  'min-h-12 w-full rounded-control border border-edge bg-raised px-4 text-lg text-ink placeholder:text-muted data-disabled:opacity-50 data-invalid:border-2 data-invalid:border-bad';

export interface FieldTexts {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value; the field is then invalid. */
  error?: string | undefined;
}

/** Browsers cut what is too long without a word: at its limit a field says what that is. */
export function useLimit({ value, maxLength }: { value?: string; maxLength?: number }): string | undefined {
  const { t } = useTranslation();
  if (maxLength === undefined) return undefined;
  return value !== undefined && value.length >= maxLength ? t('fullField', { count: maxLength }) : '';
}

export function FieldLabel({ children }: { children: ReactNode }) {
  return <Label className="font-semibold">{children}</Label>;
}

interface FieldHintsProps {
  hint?: ReactNode;
  /** Said at the limit; empty before. */
  limit?: string | undefined;
  error?: string | undefined;
}

/** The description is there from the start where there may be one: only then is it read out with the field. */
export function FieldHints({ hint, limit, error }: FieldHintsProps) {
  return (
    <>
      {(hint || limit !== undefined) && (
        <Text slot="description" className="text-muted empty:hidden">
          {hint}
          {hint && limit && ' '}
          {limit && <strong className="font-semibold text-warn">{limit}</strong>}
        </Text>
      )}
      <FieldError className="font-semibold text-bad">{error}</FieldError>
    </>
  );
}
