import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Money } from '../ui/money.tsx';
import { Fact, FactList } from './fact-list.tsx';
import type { Repriced } from './repriced.ts';

/** What cannot be taken back, or costs the shop money. */
export type AskedDecision = 'cancel' | 'retry';

export interface ConfirmDecisionProps {
  asked: AskedDecision;
  order: Order;
  repriced: Repriced | undefined;
  /** What it will do. */
  text: string;
  onDecide: () => void;
  onClose: () => void;
}

/** Asks before a decision is carried out. */
export function ConfirmDecision({ asked, order, repriced, text, onDecide, onClose }: ConfirmDecisionProps) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const loss = asked === 'retry' ? repriced?.loss : undefined;
  const question = asked === 'cancel' ? 'confirmCancel' : loss ? 'confirmLoss' : 'confirmRetry';
  return (
    <Dialog
      title={t(`decide.${question}`)}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('decide.keep')}</Button>
          <Button look={asked === 'cancel' || loss ? 'danger' : 'primary'} onPress={onDecide}>
            {loss
              ? t('decide.buyAtLoss', { loss: format.money(loss, order.currency) })
              : t(`decision.${asked}`)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-lg">
        {asked === 'retry' && <Prices order={order} repriced={repriced} />}
        <p>{text}</p>
      </div>
    </Dialog>
  );
}

/** What the customer paid beside what the partner wants now. */
function Prices({ order, repriced }: { order: Order; repriced: Repriced | undefined }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const { price, currency, cost, quotedCost, costCurrency } = order;
  return (
    <FactList>
      <Fact name={t('detail.price')}>
        <Money amount={price} currency={currency} />
      </Fact>
      <Fact name={t('detail.cost')}>
        <Money amount={cost} currency={costCurrency} />
      </Fact>
      <Fact name={t('detail.quotedCost')}>
        {quotedCost !== undefined && format.money(quotedCost, costCurrency)}
        {repriced && ` ≈ ${format.money(repriced.cost, currency)}`}
      </Fact>
      <Fact name={t('decide.loss')}>
        {repriced?.loss && (
          <strong className="text-bad">
            <Money amount={repriced.loss} currency={currency} />
          </strong>
        )}
      </Fact>
    </FactList>
  );
}
