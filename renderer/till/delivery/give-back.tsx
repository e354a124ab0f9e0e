import { HandCoins } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import type { PaymentMethod } from '../../../shared/contract/sales.ts';
import type { CallError } from '../../bridge.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTillActions } from '../use-till.ts';

interface GiveBackProps {
  order: Order;
  method: PaymentMethod;
}

/** Money is owed for an order that was not delivered: says how much, and records that it went back. */
export function GiveBack({ order, method }: GiveBackProps) {
  const { t } = useTranslation('till');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const amount = format.money(order.price, order.currency);
  return (
    <>
      <Button look="danger" icon={HandCoins} onPress={() => setOpen(true)}>
        {t('giveBack.button', { amount })}
      </Button>
      {isOpen && <GiveBackDialog order={order} method={method} onClose={() => setOpen(false)} />}
    </>
  );
}

function GiveBackDialog({ order, method, onClose }: GiveBackProps & { onClose: () => void }) {
  const { t } = useTranslation(['till', 'common']);
  const format = useFormat();
  const till = useTillActions();
  const [reference, setReference] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const [isRecording, setRecording] = useState(false);
  const amount = format.money(order.price, order.currency);

  async function record() {
    setRecording(true);
    const refused = await till.giveBack(order.id, reference.trim());
    setRecording(false);
    if (refused) setError(refused);
    else onClose();
  }

  return (
    <Dialog
      title={t('giveBack.title', { amount })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" isPending={isRecording} onPress={() => void record()}>
            {t('giveBack.confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t(`giveBack.${method}`, { amount, name: order.offerName })}</p>
        {method === 'card' && (
          <TextField
            label={t('giveBack.reference')}
            value={reference}
            onChange={setReference}
            maxLength={64}
            mono
          />
        )}
        {error && <ErrorNotice error={error} />}
      </div>
    </Dialog>
  );
}
