import { CircleCheck, ClipboardList, SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import type { ShownOrders } from './order-filters.ts';
import { OrderRow } from './order-row.tsx';
import { type ListedOrders, salesOfSeveral } from './order-rows.ts';

export interface OrderListProps {
  list: ListedOrders;
  shown: ShownOrders;
  query: string;
  isLoadingMore: boolean;
  selectedId: string | null;
  onSelect: (orderId: string) => void;
  onEndReached: () => void;
}

const LIKELY_ROW_PX = 96;

/** The orders that were asked for, or why there are none. */
export function OrderList(props: OrderListProps) {
  const { list, shown, query, isLoadingMore, selectedId, onSelect, onEndReached } = props;
  const { t } = useTranslation('orders');
  const ofSeveral = useMemo(() => salesOfSeveral(list.orders), [list.orders]);
  if (list.orders.length === 0) return <NoOrders shown={shown} query={query.trim()} />;
  return (
    <div className="@container flex min-h-0 flex-1 flex-col overflow-hidden rounded-t-card border border-b-0 border-line bg-surface">
      <VirtualList
        label={t('list')}
        items={list.orders}
        itemKey={order => order.id}
        estimatedHeight={LIKELY_ROW_PX}
        render={order => (
          <OrderRow
            order={order}
            isOneOfSeveral={ofSeveral.has(order.saleId)}
            isSelected={order.id === selectedId}
            onSelect={() => onSelect(order.id)}
          />
        )}
        onEndReached={onEndReached}
      />
      {isLoadingMore && (
        <p className="flex items-center justify-center gap-2 border-t border-line p-3 text-muted">
          <Spinner />
          {t('loadingMore')}
        </p>
      )}
    </div>
  );
}

function NoOrders({ shown, query }: { shown: ShownOrders; query: string }) {
  const { t } = useTranslation('orders');
  if (query !== '') {
    return (
      <EmptyState icon={SearchX} title={t('empty.search', { query })}>
        {t('empty.searchText')}
      </EmptyState>
    );
  }
  const isGood = shown === 'attention' || shown === 'open';
  return (
    <EmptyState icon={isGood ? CircleCheck : ClipboardList} title={t(`empty.${shown}`)}>
      {shown === 'all' && t('empty.allText')}
      {shown === 'open' && t('empty.openText')}
      {shown === 'attention' && t('empty.attentionText')}
    </EmptyState>
  );
}
