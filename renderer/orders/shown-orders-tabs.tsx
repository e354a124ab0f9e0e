import { Ban, CircleCheck, Hand, Hourglass, List, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useFrom, useStoreOf } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Shown } from '../ui/shown.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { SHOWN_ORDERS, type ShownOrders } from './order-filters.ts';
import { OrderList } from './order-list.tsx';
import { createOrdersStore } from './orders-store.ts';

const ICONS = {
  all: List,
  open: Hourglass,
  attention: Hand,
  delivered: CircleCheck,
  ended: Ban,
} as const satisfies Record<ShownOrders, LucideIcon>;

/** The list under the tab that says which orders are in it. */
export function ShownOrdersTabs() {
  const { t } = useTranslation('orders');
  const shown = useFrom(createOrdersStore, state => state.shown);
  const show = useFrom(createOrdersStore, state => state.show);
  const counts = useFrom(
    createTerminalStore,
    useShallow(({ status }) => ({
      attention: (status?.queue.held ?? 0) + (status?.queue.toRefund ?? 0),
      open: (status?.queue.held ?? 0) + (status?.queue.waiting ?? 0),
    })),
  );
  const countOf = (which: ShownOrders) => (which === 'open' || which === 'attention' ? counts[which] : 0);
  return (
    <Tabs
      label={t('filters')}
      selected={shown}
      onSelect={show}
      items={SHOWN_ORDERS.map(id => ({
        id,
        label: t(`filter.${id}`),
        icon: ICONS[id],
        remark: countOf(id) > 0 ? String(countOf(id)) : undefined,
        render: () => <ListedUnderTab />,
      }))}
    />
  );
}

function ListedUnderTab() {
  const { t } = useTranslation('orders');
  const store = useStoreOf(createOrdersStore);
  const { list, shown, query, isLoadingMore, selectedId } = useFrom(
    createOrdersStore,
    useShallow(({ list, shown, query, isLoadingMore, selectedId }) => ({
      list,
      shown,
      query,
      isLoadingMore,
      selectedId,
    })),
  );
  const count = list.value?.orders.length ?? 0;
  return (
    <div className="flex h-full min-h-0 flex-col gap-3" aria-busy={list.isAsking}>
      <p role="status" className="sr-only">
        {list.value && t(list.value.nextCursor ? 'foundMore' : 'found', { count })}
      </p>
      <Shown of={list} onRetry={() => void store.getState().load()} skeleton={<Rows />}>
        {value => (
          <OrderList
            list={value}
            shown={shown}
            query={query}
            isLoadingMore={isLoadingMore}
            selectedId={selectedId}
            onSelect={id => store.getState().select(id)}
            onEndReached={() => void store.getState().loadMore()}
          />
        )}
      </Shown>
    </div>
  );
}

function Rows() {
  return [1, 2, 3, 4, 5].map(row => <Skeleton key={row} className="h-20 w-full" />);
}
