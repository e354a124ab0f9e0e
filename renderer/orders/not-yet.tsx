import { useTranslation } from 'react-i18next';
import type { Order } from '../../shared/contract/orders.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { Notice } from '../ui/notice.tsx';

/** Why nobody can end this order now, until when, and what there is for the customer meanwhile. */
export function NotYet({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  // A request that has just left is answered in a moment.
  if (order.decidableAt === undefined || order.state === 'sending') return null;
  return (
    <Notice tone="warn" title={t('notYet.title')}>
      <p>{t('notYet.why', { time: format.dateTime(order.decidableAt) })}</p>
      <p>{t('notYet.customer', { number: order.saleNumber })}</p>
    </Notice>
  );
}
