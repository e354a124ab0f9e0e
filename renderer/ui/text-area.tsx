import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { CONTROL, FIELD, FieldHints, FieldLabel, type FieldTexts, useLimit } from './field.tsx';

export interface TextAreaProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>,
    FieldTexts {
  rows: number;
  /** Digits of one width: ids, and what is printed. */
  mono?: boolean;
}

/** Text of several lines. */
export function TextArea({ label, hint, error, rows, mono, ...props }: TextAreaProps) {
  const limit = useLimit(props);
  return (
    <AriaTextField
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      {...props}
      isInvalid={error !== undefined}
      className={FIELD}
    >
      <FieldLabel>{label}</FieldLabel>
      <AriaTextArea rows={rows} className={`${CONTROL} resize-none py-2.5 ${mono ? 'font-mono' : ''}`} />
      <FieldHints hint={hint} limit={limit} error={error} />
    </AriaTextField>
  );
}
