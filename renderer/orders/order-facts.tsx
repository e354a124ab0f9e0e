import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateTime } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Fact, FactList } from './fact-list.tsx';

/** Everything else that is known about an order, and the way to the order it is tied to. */
export function OrderFacts({ order, onOpen }: { order: Order; onOpen: (orderId: string) => void }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const { player, refund, quotedCost, chargedCost, replacedBy, replaces } = order;
  const cost = (amount: string | undefined) =>
    amount === undefined ? null : <Money amount={amount} currency={order.costCurrency} />;
  return (
    <Card title={t('detail.facts')}>
      <FactList>
        <Fact name={t('detail.message')}>{order.message}</Fact>
        <Fact name={t('detail.player')}>{player?.id}</Fact>
        <Fact name={t('detail.server')}>{player?.serverId}</Fact>
        <Fact name={t('detail.nickname')}>{player?.nickname}</Fact>
        <Fact name={t('detail.price')}>
          <Money amount={order.price} currency={order.currency} />
        </Fact>
        <Fact name={t('detail.cost')}>{cost(order.cost)}</Fact>
        <Fact name={t('detail.quotedCost')}>{cost(quotedCost)}</Fact>
        <Fact name={t('detail.chargedCost')}>{cost(chargedCost)}</Fact>
        <Fact name={t('detail.refund')}>
          {refund &&
            t('detail.refundBy', {
              amount: format.money(refund.amount, order.currency),
              time: format.dateTime(refund.at),
              name: refund.staffName,
            })}
        </Fact>
        <Fact name={t('detail.refundReference')} mono>
          {refund?.reference}
        </Fact>
        <Fact name={t('detail.createdAt')}>
          <DateTime at={order.createdAt} />
        </Fact>
        <Fact name={t('detail.updatedAt')}>
          <DateTime at={order.updatedAt} />
        </Fact>
        <Fact name={t('detail.attempts')}>{order.attempts}</Fact>
        <Fact name={t('detail.offerId')}>{order.offerId}</Fact>
        <Fact name={t('detail.partnerOrderId')} mono>
          {order.partnerOrderId}
        </Fact>
        <Fact name={t('detail.orderId')} mono>
          {order.id}
        </Fact>
      </FactList>
      {replacedBy && (
        <Button icon={ArrowRight} onPress={() => onOpen(replacedBy)}>
          {t('detail.replacedBy')}
        </Button>
      )}
      {replaces && (
        <Button icon={ArrowRight} onPress={() => onOpen(replaces)}>
          {t('detail.replaces')}
        </Button>
      )}
    </Card>
  );
}
