import { useTranslation } from 'react-i18next';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { BalanceWidget } from './balance-widget.tsx';
import { TerminalSigns } from './terminal-signs.tsx';

/** Always in sight: whose shop, who is selling, and whether everything the till needs is there. */
export function TopBar() {
  const { t } = useTranslation();
  const shopName = useFrom(createTerminalStore, state => state.status?.shop?.name ?? '');
  const staffName = useFrom(createTerminalStore, state => state.status?.session?.staff.name ?? '');
  return (
    <header className="flex min-h-18 min-w-0 items-center gap-4 border-b border-line bg-surface px-5 py-2">
      <div className="min-w-24 flex-1">
        <p className="truncate text-lg leading-tight font-semibold">{shopName}</p>
        <p className="truncate text-muted">
          <span className="sr-only">{t('signedIn', { name: staffName })}</span>
          <span aria-hidden>{staffName}</span>
        </p>
      </div>
      <TerminalSigns />
      <BalanceWidget />
    </header>
  );
}
