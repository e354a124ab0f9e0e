import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import { useFormat } from '../i18n/format-context.tsx';
import type { StoryText } from '../i18n/order-shape.ts';

/** What is going on with an order and what happens next, in plain words: the same on every screen. */
export function useOrderStory(): (order: Order) => StoryText {
  const { t } = useTranslation('orders');
  const format = useFormat();

  function whatHappened({ state, reason, delivery }: Order): string {
    if (state === 'completed') return t(`delivered.${delivery}`);
    // It may have been delivered before the partner took it back, so its reason would say too much.
    return reason && state !== 'refunded' ? t(`reason.${reason}.what`) : t(`story.${state}.what`);
  }

  function whatIsNext(order: Order): string {
    const { state, reason, next, refund, replacedBy, price, currency } = order;
    if (next === 'refund_customer') return t('owed', { amount: format.money(price, currency) });
    if (refund) return t('customerRefunded', { amount: format.money(refund.amount, currency) });
    if (replacedBy) return t('replaced');
    return reason && state !== 'completed' ? t(`reason.${reason}.next`) : t(`story.${state}.next`);
  }

  return order => ({ what: whatHappened(order), next: whatIsNext(order) });
}
