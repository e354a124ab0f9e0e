import { Printer } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import { isPositive } from '../../shared/money.ts';
import { useFrom, useStoreOf } from '../stores.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateTime } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { OrderStatus } from '../ui/order-status.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { Fact, FactList } from './fact-list.tsx';
import { createOrderStore, type OrderFile } from './order-store.ts';
import { usePrintToast } from './print-toast.ts';

const ROW_PX = 64;
const MOST_ROWS_IN_SIGHT = 6;

/** The sale an order belongs to: how it was paid, and every order in it. */
export function SaleCard({ file, onOpen }: { file: OrderFile; onOpen: (orderId: string) => void }) {
  const { sale, saleOrders, order } = file;
  const { t } = useTranslation('orders');
  const { printSale } = useStoreOf(createOrderStore).getState();
  const acting = useFrom(createOrderStore, state => state.acting);
  const said = usePrintToast();
  const money = (amount: string) => <Money amount={amount} currency={sale.currency} />;
  return (
    <Card
      title={t('sale.title', { number: sale.number })}
      actions={
        <Button icon={Printer} isPending={acting === 'printSale'} onPress={() => void printSale().then(said)}>
          {t(sale.progress.open > 0 ? 'print.slip' : 'print.receipt')}
        </Button>
      }
    >
      <FactList>
        <Fact name={t('sale.at')}>
          <DateTime at={sale.createdAt} />
        </Fact>
        <Fact name={t('sale.cashier')}>{sale.staff.name}</Fact>
        <Fact name={t('sale.total')}>{money(sale.total)}</Fact>
        <Fact name={t('sale.refunded')}>{isPositive(sale.refunded) && money(sale.refunded)}</Fact>
        <Fact name={t('sale.payment')}>{t(`sale.${sale.payment.method}`)}</Fact>
        <Fact name={t('sale.tendered')}>{sale.payment.tendered && money(sale.payment.tendered)}</Fact>
        <Fact name={t('sale.change')}>{sale.payment.change && money(sale.payment.change)}</Fact>
        <Fact name={t('sale.reference')}>{sale.payment.reference}</Fact>
        <Fact name={t('sale.email')}>{sale.email}</Fact>
      </FactList>
      <div
        className="flex flex-col rounded-control border border-line"
        style={{ height: Math.min(saleOrders.length, MOST_ROWS_IN_SIGHT) * ROW_PX + 2 }}
      >
        <VirtualList
          label={t('sale.ordersOf', { number: sale.number })}
          items={saleOrders}
          itemKey={({ id }) => id}
          estimatedHeight={ROW_PX}
          render={other => (
            <SaleOrder order={other} isThisOne={other.id === order.id} onOpen={() => onOpen(other.id)} />
          )}
        />
      </div>
    </Card>
  );
}

function SaleOrder({ order, isThisOne, onOpen }: { order: Order; isThisOne: boolean; onOpen: () => void }) {
  return (
    <AriaButton
      onPress={onOpen}
      {...(isThisOne ? { 'aria-current': 'true' } : {})}
      className="flex min-h-16 w-full cursor-pointer items-center gap-3 rounded-control px-4 py-1 text-left -outline-offset-4 aria-[current]:bg-accent-soft not-aria-[current]:data-hovered:bg-hover"
    >
      <span className="digits w-6 shrink-0 text-muted">{order.position}</span>
      <span className="flex min-w-0 flex-1 flex-col leading-snug">
        <span className="break-words">{order.offerName}</span>{' '}
        <span className="truncate text-muted">{order.productName}</span>
      </span>
      <OrderStatus state={order.state} />
    </AriaButton>
  );
}
