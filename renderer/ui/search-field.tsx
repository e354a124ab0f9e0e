import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { SearchField as AriaSearchField, Input } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { CONTROL } from './field.tsx';

export interface SearchFieldProps {
  /** Also what stands in the empty box. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter, which is also how a scanner ends. */
  onSubmit?: (value: string) => void;
  inputRef?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
}

/** Escape, or the cross, empties it. */
export function SearchField({ label, inputRef, ...props }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <AriaSearchField {...props} aria-label={label} autoComplete="off" className="group relative h-12 w-full">
      <Search aria-hidden className="pointer-events-none absolute top-3.5 left-4 size-5 text-muted" />
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        placeholder={label}
        className={`${CONTROL} pr-14 pl-12 [&::-webkit-search-cancel-button]:hidden`}
      />
      <Button
        aria-label={t('clear')}
        className="absolute top-0 right-0 flex size-12 cursor-pointer items-center justify-center rounded-control text-muted group-data-empty:hidden"
      >
        <X aria-hidden className="size-5" />
      </Button>
    </AriaSearchField>
  );
}
