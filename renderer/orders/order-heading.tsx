import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { useNow } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { OrderStatus } from '../ui/order-status.tsx';
import { useOrderStory } from '../ui/order-story.ts';
import { ProductArt } from '../ui/product-art.tsx';

/** What was sold, how it stands, and what happens next; heard again whenever that changes. */
export function OrderHeading({ order, headingRef }: { order: Order; headingRef: Ref<HTMLHeadingElement> }) {
  const story = useOrderStory()(order);
  return (
    <>
      <header className="flex items-center gap-4">
        <ProductArt name={order.productName} className="size-16 shrink-0 rounded-control" />
        <div className="min-w-0 flex-1">
          <h2 ref={headingRef} tabIndex={-1} className="text-2xl font-semibold outline-none">
            {order.productName}
          </h2>
          <p className="text-lg">{order.offerName}</p>
        </div>
        <p className="text-2xl font-semibold">
          <Money amount={order.price} currency={order.currency} />
        </p>
      </header>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2 rounded-card border border-line bg-surface p-5 shadow-card">
        <div role="status" className="flex flex-1 basis-80 flex-wrap items-start gap-x-4 gap-y-2">
          <OrderStatus state={order.state} />
          <div className="min-w-0 flex-1 basis-60">
            <p className="text-lg leading-8 font-semibold">{story.what}</p>
            <p>{story.next}</p>
          </div>
        </div>
        {order.nextTryAt && order.next === 'automatic' && <NextTry at={order.nextTryAt} />}
      </div>
    </>
  );
}

function NextTry({ at }: { at: string }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const now = useNow();
  if (Date.parse(at) <= now) return null;
  return <p className="digits leading-8 text-muted">{t('nextTry', { time: format.ago(at, now) })}</p>;
}
