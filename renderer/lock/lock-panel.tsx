import { useTranslation } from 'react-i18next';
import { errorText } from '../i18n/error-text.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { TerminalSigns } from '../shell/terminal-signs.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { useNow } from '../ui/moment.tsx';
import { Notice } from '../ui/notice.tsx';
import { createUpdateStore } from '../update-store.ts';

/** Whose till this is and how it is doing, readable from across the counter. */
export function LockPanel() {
  const { t } = useTranslation();
  const shopName = useFrom(createTerminalStore, state => state.status?.shop?.name ?? '');
  const isDemo = useFrom(createTerminalStore, state => state.status?.demo ?? false);
  return (
    <header className="flex flex-col justify-between gap-8 border-r border-line bg-surface p-8">
      <div className="flex flex-col gap-2">
        <p className="mb-4 flex items-center gap-3 text-lg font-semibold text-muted">
          <BrandMark />
          {t('appName')}
        </p>
        <h1 className="text-3xl font-semibold break-words">{shopName}</h1>
        {isDemo && <p className="text-lg text-accent-text">{t('banner.demoNext')}</p>}
      </div>
      <Updating />
      <PresentTime />
      <div className="flex flex-col gap-3">
        <PrinterNote />
        <TerminalSigns />
      </div>
    </header>
  );
}

/** Why paper does not come out: read by whoever comes to the till. */
function PrinterNote() {
  const format = useFormat();
  const printer = useFrom(createTerminalStore, state => state.status?.printer);
  if (printer?.state !== 'waiting' || !printer.error) return null;
  const { title, next } = errorText(format, printer.error);
  return (
    <Notice tone="warn" title={title}>
      {next}
    </Notice>
  );
}

function Updating() {
  const { t } = useTranslation('lock');
  const isInstalling = useFrom(createUpdateStore, ({ updates }) => updates.value?.step === 'installing');
  if (!isInstalling) return null;
  return (
    <Notice tone="info" title={t('updating')}>
      {t('updatingText')}
    </Notice>
  );
}

function PresentTime() {
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  return (
    <div>
      <p className="digits text-4xl font-semibold">{format.time(now)}</p>
      <p className="text-lg text-muted">{format.date(now)}</p>
    </div>
  );
}
