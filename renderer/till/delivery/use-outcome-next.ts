import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { current, isDelivered, type Outcome } from '../../../shared/sale-outcome.ts';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { useIsManager, useIsReachable } from '../use-till.ts';

/** What is to be done now, as this person, with this printer. */
export function useOutcomeNext(outcome: Outcome, orders: readonly Order[]): string {
  const { t } = useTranslation('till');
  const isReachable = useIsReachable();
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
    if (outcome === 'later') return [isReachable ? t('outcome.later.next') : t('outcome.offlineNext'), slip];
    if (outcome === 'decide')
      return [isManager ? t('outcome.decideYourself') : t('outcome.decide.next'), slip];
    return [t(`outcome.${outcome}.next`)];
  }
  return sentences().join(' ').trim();
}

/** How what is printed reaches the customer. */
function usePaper(): 'give' | 'waiting' | 'none' {
  const printer = useFrom(createTerminalStore, state => state.status?.printer.state);
  if (printer === 'none') return 'none';
  return printer === 'waiting' ? 'waiting' : 'give';
}

const namesOf = (orders: readonly Order[]): string =>
  [...new Set(orders.map(order => order.offerName))].join(', ');
