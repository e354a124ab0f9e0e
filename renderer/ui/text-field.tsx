import type { Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from 'react-aria-components/TextField';
import { CONTROL, FIELD, FieldHints, FieldLabel, type FieldTexts, useLimit } from './field.tsx';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>,
    FieldTexts {
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** Digits of one width: codes, tokens, PINs. */
  mono?: boolean;
}

/** One line of text. Browser suggestions are off: a till is shared by many hands. */
export function TextField({ label, hint, error, placeholder, inputRef, mono, ...props }: TextFieldProps) {
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
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        className={`${CONTROL} ${mono ? 'font-mono' : ''}`}
      />
      <FieldHints hint={hint} limit={limit} error={error} />
    </AriaTextField>
  );
}
