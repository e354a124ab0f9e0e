import { HandCoins } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import type { PaymentMethod } from '../../shared/contract/sales.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { useFrom, useStoreOf } from '../stores.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useToast } from '../ui/toast.tsx';
import { createOrderStore } from './order-store.ts';

/** The customer is owed the money: says how to give it back, and records that it was given. */
export function RefundAction({ order, method }: { order: Order; method: PaymentMethod }) {
  const { t } = useTranslation(['orders', 'common']);
  const format = useFormat();
  const toast = useToast();
  const store = useStoreOf(createOrderStore);
  const acting = useFrom(createOrderStore, state => state.acting);
  const failure = useFrom(createOrderStore, state => state.failure);
  const [isOpen, setOpen] = useState(false);
  const [reference, setReference] = useState('');
  const amount = format.money(order.price, order.currency);

  async function confirm() {
    const done = await store.getState().refund(reference);
    if (!done) return;
    setOpen(false);
    toast('good', 'orders:refund.done', { amount });
  }

  return (
    <>
      <Button look="primary" size="large" icon={HandCoins} onPress={() => setOpen(true)}>
        {t('refund.action', { amount })}
      </Button>
      <Dialog
        title={t('refund.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('common:cancel')}</Button>
            <Button look="primary" isPending={acting === 'refund'} onPress={() => void confirm()}>
              {t('refund.confirm', { amount })}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          {failure && <ErrorNotice error={failure} />}
          <p className="text-xl font-semibold">{t(`refund.${method}`, { amount })}</p>
          <p>{t('refund.text')}</p>
          {method === 'card' && (
            <TextField
              label={t('refund.reference')}
              hint={t('refund.referenceHint')}
              maxLength={64}
              value={reference}
              onChange={setReference}
            />
          )}
        </div>
      </Dialog>
    </>
  );
}
