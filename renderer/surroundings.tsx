import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { I18nextProvider } from 'react-i18next';
import type { Shop } from '../shared/contract/terminal.ts';
import type { Language } from '../shared/people.ts';
import { FormatProvider } from './i18n/format-context.tsx';
import { ToastProvider } from './ui/toast.tsx';

/** Words, formats and messages for everything inside, in one language and for one shop. */
export function Surroundings(props: {
  i18n: i18n;
  language: Language;
  shop: Shop | null;
  children: ReactNode;
}) {
  const { i18n, language, shop, children } = props;
  return (
    <I18nextProvider i18n={i18n}>
      <I18nProvider locale={language === 'ru' ? 'ru-RU' : 'en-GB'}>
        <FormatProvider language={language} shop={shop}>
          <ToastProvider>{children}</ToastProvider>
        </FormatProvider>
      </I18nProvider>
    </I18nextProvider>
  );
}
