import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Fetched, type FetchedScreen } from '../fetched.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAutoLock } from './auto-lock.ts';
import { Banners } from './banners.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { createPlaceStore, type Place, placeFor } from './place-store.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** What is around every screen while someone is signed in: where to go, what the till is doing, what is wrong. */
export function Shell({ screens }: { screens: Record<Place, FetchedScreen> }) {
  const { t, i18n } = useTranslation();
  const role = useFrom(createTerminalStore, state => state.status?.session?.staff.role ?? 'cashier');
  const minutes = useFrom(createTerminalStore, state => state.status?.autoLockMinutes ?? 5);
  const lock = useFrom(createTerminalStore, state => state.lock);
  const place = placeFor(
    useFrom(createPlaceStore, state => state.place),
    role,
  );
  useAutoLock(minutes, lock);

  // The words of every screen, before one is opened: none of them ever blinks. The first paint comes before that.
  useEffect(() => {
    const whenIdle = requestIdleCallback(() => void i18n.loadNamespaces(['till', 'orders', 'manager']));
    return () => cancelIdleCallback(whenIdle);
  }, [i18n]);

  return (
    <div className="grid h-full grid-cols-[auto_1fr] grid-rows-[auto_1fr]">
      <a
        href="#screen"
        className="fixed top-2 left-2 z-50 flex min-h-12 -translate-y-24 items-center rounded-control bg-accent px-4 font-semibold text-on-accent focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <Rail place={place} role={role} />
      <TopBar />
      <div className="flex min-h-0 min-w-0 flex-col">
        <Banners />
        <main id="screen" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          <CrashBoundary key={place}>
            <Suspense fallback={<ScreenSkeleton />}>
              <Fetched of={screens[place]} meanwhile={<ScreenSkeleton />} />
            </Suspense>
          </CrashBoundary>
        </main>
      </div>
    </div>
  );
}

function ScreenSkeleton() {
  return (
    <div className="flex flex-col gap-4 p-5" aria-busy="true">
      <Skeleton className="h-12 w-1/2" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
