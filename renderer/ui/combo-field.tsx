import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { useTranslation } from 'react-i18next';
import type { Choice } from './choice.ts';
import { CONTROL, FIELD, FieldHints, FieldLabel, type FieldTexts } from './field.tsx';
import { OPTION, POPOVER } from './popover-look.ts';

export interface ComboFieldProps<V extends string> extends FieldTexts {
  options: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
}

/** One of hundreds: type a part of its name, or look through the list. */
export function ComboField<V extends string>(props: ComboFieldProps<V>) {
  const { label, hint, error, options, value, onChange } = props;
  const { t } = useTranslation();
  return (
    <ComboBox
      defaultItems={options}
      value={value}
      onChange={chosen => onChange(chosen === null ? null : (String(chosen) as V))}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      className={FIELD}
    >
      <FieldLabel>{label}</FieldLabel>
      <div className="relative">
        <Input className={`${CONTROL} pr-14`} />
        <Button
          aria-label={t('showOptions')}
          className="absolute inset-y-0 right-0 flex w-12 cursor-pointer items-center justify-center rounded-control text-muted"
        >
          <ChevronDown aria-hidden className="size-5" />
        </Button>
      </div>
      <FieldHints hint={hint} error={error} />
      <Popover className={POPOVER}>
        <ListBox<Choice<V>>
          className="max-h-80 overflow-auto p-1"
          renderEmptyState={() => <p className="p-3 text-muted">{t('nothingFound')}</p>}
        >
          {option => (
            <ListBoxItem id={option.value} textValue={option.label} className={OPTION}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
