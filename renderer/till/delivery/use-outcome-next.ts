import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { current, isDelivered, isOpen, longWaitOf, type Outcome } from '../../../shared/sale-outcome.ts';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { useIsManager, useIsReachable } from '../use-till.ts';

/** What is to be done now, as this person, with this printer. */
export function useOutcomeNext(outcome: Outcome, orders: readonly Order[]): string {
  const { t } = useTranslation(['till', 'orders']);
  const why = useWhyLater(orders);
  const isManager = useIsManager();
  const paper = usePaper();
  const number = orders[0]?.saleNumber ?? '';
  const slip = t(`outcome.slip.${paper}`, { number });
  const hasKey = current(orders).some(order => order.hasKey);
  const receipt = paper !== 'none' || hasKey ? t(`outcome.paper.${paper}`) : '';

  function sentences(): string[] {
    if (outcome === 'delivered') return [t('outcome.delivered.next'), receipt];
    if (outcome === 'partly') {
      const names = namesOf(current(orders).filter(order => !isDelivered(order)));
      const delivered = namesOf(current(orders).filter(isDelivered));
      return [t('outcome.partly.next', { delivered, names }), receipt];
    }
    if (outcome === 'later') return [why, slip];
    if (outcome === 'decide')
      return [isManager ? t('outcome.decideYourself') : t('outcome.decide.next'), slip];
    const nothing = current(orders).every(order => !isDelivered(order) && !isOpen(order));
    if (outcome === 'give_back' && nothing) return [t('outcome.nothingDelivered')];
    return [t(`outcome.${outcome}.next`)];
  }
  return sentences().join(' ').trim();
}

/** What has to happen before the rest is delivered: in the words of the orders, where they wait for more than the way. */
function useWhyLater(orders: readonly Order[]): string {
  const { t } = useTranslation(['till', 'orders']);
  const isReachable = useIsReachable();
  const isRejected = useFrom(
    createTerminalStore,
    state => state.status?.connection.state === 'token_rejected',
  );
  const wait = isRejected ? 'token_rejected' : longWaitOf(current(orders));
  if (wait && wait !== 'partner_down') return t(`orders:reason.${wait}.next`);
  return isReachable ? t('outcome.later.next') : t('outcome.offlineNext');
}

/** How what is printed reaches the customer. */
function usePaper(): 'give' | 'waiting' | 'none' {
  const printer = useFrom(createTerminalStore, state => state.status?.printer.state);
  if (printer === 'none') return 'none';
  return printer === 'waiting' ? 'waiting' : 'give';
}

const namesOf = (orders: readonly Order[]): string =>
  [...new Set(orders.map(order => order.offerName))].join(', ');
