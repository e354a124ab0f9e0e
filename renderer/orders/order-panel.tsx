import { ArrowLeft, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom, useStoreOf } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { Shown } from '../ui/shown.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { DecisionList } from './decision-list.tsx';
import { KeyPanel } from './key-panel.tsx';
import { NotYet } from './not-yet.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderHeading } from './order-heading.tsx';
import { OrderHistory } from './order-history.tsx';
import { createOrderStore, type OrderFile } from './order-store.ts';
import { RefundAction } from './refund-action.tsx';
import { SaleCard } from './sale-card.tsx';

export interface OrderPanelProps {
  orderId: string;
  onClose: () => void;
  onOpen: (orderId: string) => void;
}

/** Everything about one order, and what can be done about it. */
export function OrderPanel({ orderId, onClose, onOpen }: OrderPanelProps) {
  const { t } = useTranslation('orders');
  const store = useStoreOf(createOrderStore);
  const file = useFrom(createOrderStore, state => state.file);
  const { open, close, load } = store.getState();
  const back = useRef<HTMLButtonElement>(null);

  useEffect(() => void open(orderId), [open, orderId]);
  useEffect(() => close, [close]);
  // Where the order takes the place of the list, what had the focus is gone: it goes to the way back.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (orderId && back.current?.checkVisibility()) back.current.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [orderId]);

  return (
    <section
      aria-label={t('detail.region', { number: file.value?.order.saleNumber ?? '' })}
      className="flex min-h-0 @container min-w-0 flex-1 flex-col gap-4 overflow-y-auto p-5"
    >
      <div className="flex items-center justify-between gap-4">
        <span className="@5xl/screen:hidden">
          <Button ref={back} icon={ArrowLeft} onPress={onClose}>
            {t('detail.back')}
          </Button>
        </span>
        <p className="text-lg font-semibold text-muted">
          {file.value && t('saleNumber', { number: file.value.order.saleNumber })}
        </p>
        <span className="@max-5xl/screen:hidden">
          <IconButton icon={X} label={t('detail.close')} onPress={onClose} />
        </span>
      </div>
      <Shown of={file} onRetry={() => void load()}>
        {value => <OrderFileView key={value.order.id} file={value} onOpen={onOpen} />}
      </Shown>
    </section>
  );
}

function OrderFileView({ file, onOpen }: { file: OrderFile; onOpen: (orderId: string) => void }) {
  const { t } = useTranslation('orders');
  const failure = useFrom(createOrderStore, state => state.failure);
  const role = useFrom(createTerminalStore, state => state.status?.session?.staff.role ?? 'cashier');
  const { order } = file;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was decided takes its buttons away.
  useFocusBack(heading, order.updatedAt);
  const needsPerson = order.next === 'decide' || order.next === 'refund_customer';
  const isFromBackup = order.restored && needsPerson;
  const decisions = <DecisionList order={order} rates={file.rates} role={role} onReplaced={onOpen} />;
  return (
    <>
      <OrderHeading order={order} headingRef={heading} />
      {failure && <ErrorNotice error={failure} />}
      {isFromBackup && (
        <Notice tone="warn" title={t('restored.title')}>
          {t('restored.text')}
        </Notice>
      )}
      {order.unanswered && (
        <Notice tone="warn" title={t('unanswered.title')}>
          {t('unanswered.text')}
        </Notice>
      )}
      <NotYet order={order} />
      {order.hasKey && <KeyPanel />}
      {order.next === 'refund_customer' && <RefundAction order={order} method={file.sale.payment.method} />}
      {needsPerson && decisions}
      <div className="grid items-start gap-4 @3xl:grid-cols-2">
        <OrderFacts order={order} onOpen={onOpen} />
        <div className="flex min-w-0 flex-col gap-4">
          <SaleCard file={file} onOpen={onOpen} />
          <OrderHistory history={file.history} />
        </div>
      </div>
      {!needsPerson && decisions}
    </>
  );
}
