import { Ban, CircleQuestionMark, type LucideIcon, RotateCw, ShoppingBag, UserRoundCog } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import type { Decision } from '../../shared/order-state.ts';
import type { Role } from '../../shared/people.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { useFrom, useStoreOf } from '../stores.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { type AskedDecision, ConfirmDecision } from './confirm-decision.tsx';
import { consequenceOf } from './decision-text.ts';
import { createOrderStore } from './order-store.ts';
import { type Repriced, repricedOf } from './repriced.ts';

const ICONS = {
  retry: RotateCw,
  check: CircleQuestionMark,
  cancel: Ban,
  reorder: ShoppingBag,
} as const satisfies Record<Decision, LucideIcon>;

export interface DecisionListProps {
  order: Order;
  rates: Settings['rates'];
  role: Role;
  /** A new order was made in this one's place. */
  onReplaced: (orderId: string) => void;
}

/** What a manager may decide, each with what it will do; a cashier is told whom to ask. */
export function DecisionList({ order, rates, role, onReplaced }: DecisionListProps) {
  const { t } = useTranslation('orders');
  const toast = useToast();
  const store = useStoreOf(createOrderStore);
  const acting = useFrom(createOrderStore, state => state.acting);
  const [asked, setAsked] = useState<AskedDecision | null>(null);
  const repriced = repricedOf(order, rates);
  const consequence = useConsequence(order, repriced);

  if (order.decisions.length === 0) return null;
  if (role !== 'manager') return order.next === 'decide' ? <AskManager /> : null;

  async function decide(decision: Decision) {
    setAsked(null);
    const done = await store.getState().decide(decision);
    if (!done) return;
    toast('good', `orders:decide.done.${decision}`);
    if (done.replacement) onReplaced(done.replacement.id);
  }

  return (
    <Card title={t('decide.title')}>
      <ul className="grid grid-cols-[auto_minmax(0,1fr)] gap-4">
        {order.decisions.map(decision => (
          <DecisionChoice
            key={decision}
            decision={decision}
            isMain={
              order.next === 'decide' &&
              decision === order.decisions[0] &&
              !(decision === 'retry' && repriced?.loss)
            }
            text={consequence(decision)}
            isPending={acting === decision}
            onPress={() => (isAsked(decision, order) ? setAsked(decision) : void decide(decision))}
          />
        ))}
      </ul>
      {asked && (
        <ConfirmDecision
          asked={asked}
          order={order}
          repriced={repriced}
          text={consequence(asked)}
          onDecide={() => void decide(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}

/** A dearer order costs the shop money, and a canceled one is gone. */
const isAsked = (decision: Decision, order: Order): decision is AskedDecision =>
  decision === 'cancel' || (decision === 'retry' && order.quotedCost !== undefined);

function DecisionChoice(props: {
  decision: Decision;
  isMain: boolean;
  text: string;
  isPending: boolean;
  onPress: () => void;
}) {
  const { decision, isMain, text, isPending, onPress } = props;
  const { t } = useTranslation('orders');
  const textId = useId();
  return (
    <li className="col-span-2 grid grid-cols-subgrid items-center">
      <Button
        wide
        look={isMain ? 'primary' : 'secondary'}
        icon={ICONS[decision]}
        isPending={isPending}
        onPress={onPress}
        aria-describedby={textId}
      >
        {t(`decision.${decision}`)}
      </Button>
      <p id={textId}>{text}</p>
    </li>
  );
}

function AskManager() {
  const { t } = useTranslation('orders');
  return (
    <Notice tone="warn" title={t('decide.cashier')} actions={<UserRoundCog aria-hidden className="size-6" />}>
      {t('decide.cashierNext')}
    </Notice>
  );
}

function useConsequence(order: Order, repriced: Repriced | undefined): (decision: Decision) => string {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const cost = format.money(order.cost, order.costCurrency);
  return decision =>
    t(`decide.${consequenceOf(decision, order, repriced)}`, {
      cost,
      old: cost,
      new: order.quotedCost ? format.money(order.quotedCost, order.costCurrency) : cost,
      amount: format.money(order.price, order.currency),
      shopCost: format.money(repriced?.cost ?? '0', order.currency),
      loss: format.money(repriced?.loss ?? '0', order.currency),
    });
}
