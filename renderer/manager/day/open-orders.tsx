import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { isPositive } from '../../../shared/money.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { OrderRow } from '../../orders/order-row.tsx';
import { salesOfSeveral } from '../../orders/order-rows.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useOpenOrders } from '../open-order.ts';

const MOST_SHOWN = 4;

interface OpenOrdersProps {
  orders: readonly Order[];
  /** Still to be given back to customers of the day. */
  toRefund: string;
  currency: string;
}

/** What is still open of the day: money owed to customers, and orders neither delivered nor ended, each a way to its page. */
export function OpenOrders({ orders, toRefund, currency }: OpenOrdersProps) {
  const { t } = useTranslation('manager');
  const isOwed = isPositive(toRefund);
  if (orders.length === 0 && !isOwed) {
    return (
      <p className="flex items-center gap-2 px-1 font-semibold text-good">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        {t('day.openNone')}
      </p>
    );
  }
  return (
    <>
      {isOwed && <Owed amount={toRefund} currency={currency} />}
      {orders.length > 0 && <OpenList orders={orders} />}
    </>
  );
}

function Owed({ amount, currency }: { amount: string; currency: string }) {
  const { t } = useTranslation('manager');
  const format = useFormat();
  const { showOrders } = useOpenOrders();
  return (
    <Notice
      tone="warn"
      title={t('day.owed', { amount: format.money(amount, currency) })}
      actions={<Button onPress={() => showOrders('attention')}>{t('day.showOwed')}</Button>}
    />
  );
}

function OpenList({ orders }: { orders: readonly Order[] }) {
  const { t } = useTranslation('manager');
  const { openOrder, showOrders } = useOpenOrders();
  const ofSeveral = salesOfSeveral(orders);
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
            <OrderRow
              order={order}
              isOneOfSeveral={ofSeveral.has(order.saleId)}
              isSelected={false}
              onSelect={() => openOrder(order.id)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
