import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components/TextField';

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

export function FieldLabel({ children }: { children: ReactNode }) {
  return <Label className="font-semibold">{children}</Label>;
}

export function FieldHints({ hint, error }: { hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <Text slot="description" className="text-muted">
          {hint}
        </Text>
      )}
      <FieldError className="font-semibold text-bad">{error}</FieldError>
    </>
  );
}
