import { Check, ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import type { Choice } from './choice.ts';
import { CONTROL, FIELD, FieldHints, FieldLabel, type FieldTexts } from './field.tsx';
import { OPTION, POPOVER } from './popover-look.ts';

export interface SelectFieldProps<V extends string> extends FieldTexts {
  options: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  placeholder?: string;
  isDisabled?: boolean;
}

/** One of a list too long to show at once, and short enough to look through; longer ones are `ComboField`s. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, hint, error, options, value, onChange, ...rest } = props;
  return (
    <Select
      {...rest}
      value={value}
      onChange={chosen => chosen !== null && onChange(String(chosen) as V)}
      isInvalid={error !== undefined}
      className={FIELD}
    >
      <FieldLabel>{label}</FieldLabel>
      <Button className={`${CONTROL} flex cursor-pointer items-center justify-between gap-3 text-left`}>
        <SelectValue className="truncate data-placeholder:text-muted">
          {({ isPlaceholder, defaultChildren, selectedText }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown aria-hidden className="size-5 shrink-0 text-muted" />
      </Button>
      <FieldHints hint={hint} error={error} />
      <Popover className={POPOVER}>
        <ListBox className="p-1">
          {options.map(option => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={OPTION}>
              {({ isSelected }) => (
                <>
                  <Check aria-hidden className={`size-5 shrink-0 ${isSelected ? '' : 'invisible'}`} />
                  {option.label}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
