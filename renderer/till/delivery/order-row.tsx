import { ClipboardList } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import type { PaymentMethod } from '../../../shared/contract/sales.ts';
import { isOpen } from '../../../shared/sale-outcome.ts';
import { createOrdersStore } from '../../orders/orders-store.ts';
import { createPlaceStore } from '../../shell/place-store.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { Button } from '../../ui/button.tsx';
import { TimeAgo, useNow } from '../../ui/moment.tsx';
import { OrderStatus } from '../../ui/order-status.tsx';
import { useOrderStory } from '../../ui/order-story.ts';
import { GiveBack } from './give-back.tsx';
import { OrderKey } from './order-key.tsx';

/** One order, as low as it can be: what it is, where it stands, what happens next, and what to press. */
export function OrderRow({ order, method }: { order: Order; method: PaymentMethod }) {
  const story = useOrderStory()(order);
  // The button for giving the money back says it already.
  const saysNext = order.state !== 'completed' && order.next !== 'refund_customer';
  return (
    <article className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
      <div className="flex min-w-60 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="text-lg leading-snug font-semibold">{order.offerName}</h2>
          <p className="text-muted">{order.productName}</p>
        </div>
        {order.player && <PlayerLine player={order.player} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <OrderStatus state={order.state} />
          <p className="min-w-28 flex-1 leading-snug">
            {story.what}. {saysNext && story.next} <NextTry order={order} />
          </p>
        </div>
      </div>
      {order.hasKey && <OrderKey orderId={order.id} name={order.offerName} />}
      {order.next === 'refund_customer' && <GiveBack order={order} method={method} />}
      {order.next === 'decide' && <OpenOrders orderId={order.id} />}
    </article>
  );
}

function PlayerLine({ player }: { player: NonNullable<Order['player']> }) {
  const { t } = useTranslation('till');
  const where = player.serverId ? `${player.id} (${player.serverId})` : player.id;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="text-muted">{t('done.for')}</span>
      {player.nickname && <span className="text-lg font-semibold break-all">{player.nickname}</span>}
      <span className="font-mono break-all">{where}</span>
    </p>
  );
}

function NextTry({ order }: { order: Order }) {
  const { t } = useTranslation('till');
  const now = useNow();
  if (!order.nextTryAt || !isOpen(order) || Date.parse(order.nextTryAt) <= now) return null;
  return (
    <span className="text-muted">
      {t('done.nextTry')} <TimeAgo at={order.nextTryAt} />.
    </span>
  );
}

function OpenOrders({ orderId }: { orderId: string }) {
  const { t } = useTranslation('till');
  const go = useFrom(createPlaceStore, state => state.go);
  const ordersStore = useStoreOf(createOrdersStore);
  function open() {
    ordersStore.getState().select(orderId);
    go('orders');
  }
  return (
    <Button icon={ClipboardList} onPress={open}>
      {t('done.openOrders')}
    </Button>
  );
}
