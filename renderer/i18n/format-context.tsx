import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Shop } from '../../shared/contract/terminal.ts';
import type { Language } from '../../shared/people.ts';
import { createFormat, type Format } from './format.ts';

const FormatContext = createContext<Format | null>(null);

export function FormatProvider(props: { language: Language; shop: Shop | null; children: ReactNode }) {
  const { language, shop } = props;
  const format = useMemo(() => createFormat(language, shop), [language, shop]);
  return <FormatContext value={format}>{props.children}</FormatContext>;
}

/** Amounts and times in the till's language and the shop's time zone. */
export function useFormat(): Format {
  const format = useContext(FormatContext);
  if (!format) throw new Error('No format: render inside <FormatProvider>.');
  return format;
}
