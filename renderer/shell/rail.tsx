import { ClipboardList, LayoutDashboard, Lock, type LucideIcon, ShoppingBasket } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { Role } from '../../shared/people.ts';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { createPlaceStore, type Place } from './place-store.ts';

const PLACES: readonly { place: Place; word: 'sell' | 'orders' | 'manager'; icon: LucideIcon; for: Role }[] =
  [
    { place: 'till', word: 'sell', icon: ShoppingBasket, for: 'cashier' },
    { place: 'orders', word: 'orders', icon: ClipboardList, for: 'cashier' },
    { place: 'manager', word: 'manager', icon: LayoutDashboard, for: 'manager' },
  ];

const RAIL_BUTTON =
  'relative flex min-h-18 w-full cursor-pointer flex-col items-center justify-center gap-1 rounded-control px-1 font-semibold text-muted data-hovered:bg-hover data-pressed:bg-sunken';

/** Where to go, and the way out. */
export function Rail({ place, role }: { place: Place; role: Role }) {
  const { t } = useTranslation();
  const go = useFrom(createPlaceStore, state => state.go);
  const lock = useFrom(createTerminalStore, state => state.lock);
  const attention = useFrom(
    createTerminalStore,
    useShallow(({ status }) => (status?.queue.held ?? 0) + (status?.queue.toRefund ?? 0)),
  );
  return (
    <div className="row-span-2 flex w-34 flex-col gap-2 border-r border-line bg-surface p-2">
      <nav aria-label={t('navigation')} className="flex flex-1 flex-col gap-2">
        {PLACES.filter(entry => entry.for === 'cashier' || role === 'manager').map(entry => (
          <Button
            key={entry.place}
            onPress={() => go(entry.place)}
            {...(entry.place === place ? { 'aria-current': 'page' } : {})}
            className={`${RAIL_BUTTON} aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text`}
          >
            <entry.icon aria-hidden className="size-7" />
            {t(entry.word)}
            {entry.place === 'orders' && attention > 0 && (
              <span
                aria-hidden
                className="absolute top-1.5 right-3 grid h-6 min-w-6 place-items-center rounded-full bg-bad px-1 leading-none font-semibold text-on-bad"
              >
                {attention}
              </span>
            )}
          </Button>
        ))}
      </nav>
      <Button onPress={() => void lock()} className={RAIL_BUTTON}>
        <Lock aria-hidden className="size-7" />
        {t('lock')}
      </Button>
    </div>
  );
}
