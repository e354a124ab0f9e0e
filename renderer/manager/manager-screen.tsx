import { Coins, DatabaseBackup, FileClock, Package, Receipt, Settings, Users, Wallet } from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom } from '../stores.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { createUpdateStore } from '../update-store.ts';
import { createManagerStore, MANAGER_TABS, type ManagerTab } from './manager-store.ts';
import { createPricesStore } from './prices/prices-store.ts';
import { createSettingsStore } from './settings/settings-store.ts';

const ICONS = {
  day: Receipt,
  catalogue: Package,
  prices: Coins,
  staff: Users,
  settings: Settings,
  balance: Wallet,
  audit: FileClock,
  backups: DatabaseBackup,
} as const;

/** Each section's code is fetched when it is first looked at. */
const SECTIONS = {
  day: lazy(async () => ({ default: (await import('./day/day-tab.tsx')).DayTab })),
  catalogue: lazy(async () => ({ default: (await import('./catalogue/catalogue-tab.tsx')).CatalogueTab })),
  prices: lazy(async () => ({ default: (await import('./prices/prices-tab.tsx')).PricesTab })),
  staff: lazy(async () => ({ default: (await import('./staff/staff-tab.tsx')).StaffTab })),
  settings: lazy(async () => ({ default: (await import('./settings/settings-tab.tsx')).SettingsTab })),
  balance: lazy(async () => ({ default: (await import('./balance/balance-tab.tsx')).BalanceTab })),
  audit: lazy(async () => ({ default: (await import('./audit/audit-tab.tsx')).AuditTab })),
  backups: lazy(async () => ({ default: (await import('./backups/backups-tab.tsx')).BackupsTab })),
} satisfies Record<ManagerTab, LazyExoticComponent<ComponentType>>;

/** What only a manager does: the day's figures, what is sold at which price, who sells, and how the till is set. */
export function ManagerScreen() {
  const { t } = useTranslation('manager');
  const tab = useFrom(createManagerStore, state => state.tab);
  const go = useFrom(createManagerStore, state => state.go);
  const pricesChanged = useFrom(createPricesStore, state => state.isChanged);
  const settingsChanged = useFrom(createSettingsStore, state => state.isChanged);
  const isUnsaved = (id: ManagerTab) =>
    (id === 'prices' && pricesChanged) || (id === 'settings' && settingsChanged);
  const isNewer = useFrom(
    createUpdateStore,
    ({ updates: { value } }) => value !== null && value.found !== null && value.agreed === null,
  );
  /** What a person should know of a section that they are not looking at. */
  const remark = (id: ManagerTab) => {
    if (isUnsaved(id)) return t('unsaved');
    return id === 'settings' && isNewer ? t('newer') : undefined;
  };
  return (
    <section aria-labelledby="manager-title" className="flex min-h-0 flex-1 flex-col px-5 pt-3">
      <h1 id="manager-title" className="sr-only">
        {t('title')}
      </h1>
      <Tabs
        label={t('tabs')}
        selected={tab}
        onSelect={go}
        items={MANAGER_TABS.map(id => ({
          id,
          label: t(`tab.${id}`),
          icon: ICONS[id],
          remark: id === tab ? undefined : remark(id),
          render: () => <Section id={id} />,
        }))}
      />
    </section>
  );
}

function Section({ id }: { id: ManagerTab }) {
  const Content = SECTIONS[id];
  return (
    <Suspense fallback={<Skeleton className="h-64 w-full" />}>
      <Content />
    </Suspense>
  );
}
