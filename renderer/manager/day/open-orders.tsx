import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { OrderRow } from '../../orders/order-row.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useOpenOrders } from '../open-order.ts';

const MOST_SHOWN = 4;

/** The day's orders that are neither delivered nor ended, each a way to its page. */
export function OpenOrders({ orders }: { orders: readonly Order[] }) {
  const { t } = useTranslation('manager');
  const { openOrder, showOrders } = useOpenOrders();
  if (orders.length === 0) {
    return (
      <p className="flex items-center gap-2 px-1 font-semibold text-good">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        {t('day.openNone')}
      </p>
    );
  }
  return (
    <Card
      title={`${t('day.open')} · ${orders.length}`}
      actions={
        orders.length > MOST_SHOWN && (
          <Button onPress={() => showOrders('open')}>{t('day.showAll', { count: orders.length })}</Button>
        )
      }
    >
      <ul className="@container -mx-4 -mb-3 [&>li:last-child>button]:border-b-0">
        {orders.slice(0, MOST_SHOWN).map(order => (
          <li key={order.id}>
            <OrderRow order={order} isSelected={false} onSelect={() => openOrder(order.id)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
