import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../shared/people.ts';
import { createChosenLanguage } from '../i18n/chosen-language.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Segments } from '../ui/segments.tsx';

/** Whose till this is, and the language for whoever has come to it. */
export function RecoveryHead() {
  const { t } = useTranslation(['recovery', 'common']);
  const { language } = useFormat();
  const shopName = useFrom(createTerminalStore, state => state.status?.shop?.name);
  const choose = useFrom(createChosenLanguage, state => state.choose);
  return (
    <header className="flex flex-wrap items-center justify-between gap-4">
      <p className="flex min-w-0 items-center gap-3 text-xl font-semibold break-words">
        <BrandMark />
        {shopName ?? t('common:appName')}
      </p>
      <Segments
        label={t('language')}
        value={language}
        onChange={choose}
        options={LANGUAGES.map(value => ({ value, label: t(`languageName.${value}`) }))}
      />
    </header>
  );
}
