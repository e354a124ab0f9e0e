import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { useIsManager, useIsReachable } from '../use-till.ts';
import { current, isDelivered, type Outcome } from './sale-orders.ts';

/** What is to be done now, as this person, with this printer. */
export function useOutcomeNext(outcome: Outcome, orders: readonly Order[]): string {
  const { t } = useTranslation('till');
  const isReachable = useIsReachable();
  const isManager = useIsManager();
  const paper = usePaper(orders);
  if (outcome === 'delivered') return [t('outcome.delivered.next'), paper].join(' ').trim();
  if (outcome === 'partly') {
    const names = namesOf(current(orders).filter(order => !isDelivered(order)));
    const delivered = namesOf(current(orders).filter(isDelivered));
    return [t('outcome.partly.next', { delivered, names }), paper].join(' ').trim();
  }
  if (outcome === 'later' && !isReachable) return t('outcome.offlineNext');
  if (outcome === 'decide' && isManager) return t('outcome.decideYourself');
  return t(`outcome.${outcome}.next`);
}

/** How what was delivered reaches the customer; '' where there is neither paper nor a key. */
function usePaper(orders: readonly Order[]): string {
  const { t } = useTranslation('till');
  const printer = useFrom(createTerminalStore, state => state.status?.printer.state);
  if (printer === 'waiting') return t('outcome.paper.waiting');
  if (printer !== 'none') return t('outcome.paper.give');
  return current(orders).some(order => order.hasKey) ? t('outcome.paper.none') : '';
}

const namesOf = (orders: readonly Order[]): string =>
  [...new Set(orders.map(order => order.offerName))].join(', ');
