import { ArrowRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { Money } from '../ui/money.tsx';
import { OrderStatus } from '../ui/order-status.tsx';
import { useOrderStory } from '../ui/order-story.ts';
import { playerText } from './player-text.ts';

/** One order in the list. Where the list is narrow, its parts stand above each other. */
export function OrderRow(props: {
  order: Order;
  isOneOfSeveral: boolean;
  isSelected: boolean;
  onSelect: () => void;
}) {
  const { order, isOneOfSeveral, isSelected, onSelect } = props;
  const { t } = useTranslation('orders');
  const story = useOrderStory()(order);
  const needsPerson = order.next === 'decide' || order.next === 'refund_customer';
  return (
    <Button
      onPress={onSelect}
      onKeyDown={moveWithArrows}
      data-order={order.id}
      {...(isSelected ? { 'aria-current': 'true' } : {})}
      className="relative grid min-h-20 w-full cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-start gap-x-5 gap-y-1.5 border-b border-line px-4 py-3 text-left -outline-offset-4 aria-[current]:bg-accent-soft not-aria-[current]:data-hovered:bg-hover not-aria-[current]:data-pressed:bg-sunken @3xl:grid-cols-[7.5rem_minmax(0,1fr)_minmax(0,1.3fr)_8.5rem]"
    >
      <Sale order={order} isOneOfSeveral={isOneOfSeveral} />
      <span className="flex min-w-0 flex-col @max-3xl:col-start-1 @max-3xl:row-start-2">
        <span className="truncate text-lg leading-snug font-semibold">{order.productName}</span>
        <span className="line-clamp-2">{order.offerName}</span>
        {order.player && (
          <span className="break-words text-muted">
            {t(order.delivery === 'stars' ? 'telegram' : 'player', { player: playerText(order.player) })}
          </span>
        )}
      </span>
      <span className="flex min-w-0 flex-col items-start gap-1.5 @max-3xl:contents">
        <span className="@max-3xl:col-start-2 @max-3xl:row-start-1 @max-3xl:justify-self-end">
          <OrderStatus state={order.state} />
        </span>
        {order.state !== 'completed' && (
          <span className="min-w-0 @max-3xl:col-span-2 @max-3xl:row-start-3">
            {story.what}.{' '}
            <span className={needsPerson ? 'font-semibold' : 'text-muted'}>
              {needsPerson && <ArrowRight aria-hidden className="mr-1 inline size-4 align-[-2px]" />}
              {story.next}
            </span>
          </span>
        )}
      </span>
      <span className="text-right text-lg font-semibold @max-3xl:col-start-2 @max-3xl:row-start-2">
        <Money amount={order.price} currency={order.currency} />
      </span>
    </Button>
  );
}

/** Up and down go from row to row, beside Tab. */
function moveWithArrows({ key, target }: { key: string; target: EventTarget }): void {
  const row = target instanceof Element ? target.closest('li') : null;
  const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[key];
  next?.querySelector('button')?.focus();
}

function Sale({ order, isOneOfSeveral }: { order: Order; isOneOfSeveral: boolean }) {
  const { saleNumber, position, createdAt } = order;
  const { t } = useTranslation('orders');
  const format = useFormat();
  const isToday = format.date(createdAt) === format.date(new Date().toISOString());
  return (
    <span className="flex min-w-0 flex-col @max-3xl:flex-row @max-3xl:items-baseline @max-3xl:gap-3">
      <span className="digits text-lg leading-snug font-semibold whitespace-nowrap">
        <span className="sr-only">{t('saleNumber', { number: saleNumber })}</span>
        <span aria-hidden>{saleNumber}</span>
        {isOneOfSeveral && <span className="font-normal text-muted">·{position}</span>}
      </span>
      <time dateTime={createdAt} className="digits text-muted">
        {isToday ? format.time(createdAt) : format.dateTime(createdAt)}
      </time>
    </span>
  );
}
