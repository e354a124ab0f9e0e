import { starsOf } from '../../../shared/offer-id.ts';
import type { BookedOrder } from './order.ts';

const PREFIX = 'Failed to deliver Stars: ';

/** The order as create-order and order-status answer it, with fields a client does not know yet. */
export function orderBody(order: BookedOrder, key: string | undefined): Record<string, unknown> {
  if (order.delivery === 'stars' && order.status === 'CANCELED') return undeliveredStars(order);
  return {
    orderId: order.orderId,
    count: 1,
    price: Number(order.price),
    currency: order.currency,
    offerId: order.offerId,
    productName: order.productName,
    offerName: order.offerName,
    status: order.status,
    isReturnDataForCustomer: order.delivery !== 'topup',
    ...(key === undefined ? {} : { key }),
    ...(order.message === undefined ? {} : { message: order.message }),
    ...(order.delivery === 'stars' ? { fulfillmentData: credit(order) } : {}),
    createdAt: createdAt(order),
    transactionId: order.transactionId,
    partnerReference: { channel: 'sandbox', revision: order.history.length },
  };
}

/** The page's short form: no price, no offer. */
function undeliveredStars(order: BookedOrder): Record<string, unknown> {
  return {
    orderId: order.orderId,
    status: order.status,
    message: order.message,
    fulfillmentData: credit(order),
    createdAt: createdAt(order),
  };
}

function credit(order: BookedOrder): Record<string, unknown> {
  const common = {
    telegram_user_id: Number(order.customer.gameUserId),
    stars_amount: starsOf(order.offerId),
  };
  switch (order.status) {
    case 'COMPLETED':
      return { ...common, transaction_id: `tg_tx_${order.orderId}`, delivery_status: 'completed' };
    case 'SUBMITTED':
    case 'PROCESSING':
      return { ...common, delivery_status: 'pending' };
    default:
      return {
        ...common,
        delivery_status: 'failed',
        error_message: order.message?.startsWith(PREFIX) ? order.message.slice(PREFIX.length) : order.message,
      };
  }
}

/** As on the page: the database's own form, and ISO 8601 for Stars. */
function createdAt(order: BookedOrder): string {
  const iso = new Date(order.createdAt).toISOString();
  return order.delivery === 'stars' ? iso : iso.replace('T', ' ').replace('Z', '+00');
}
