import { z } from 'zod';
import type { PartnerOrder, PartnerOrderStatus } from '../partner.ts';
import { present } from './present.ts';
import { optionalTime } from './time.ts';
import { absentIfNull, currency, identifier, offerId, optionalAmount, words } from './values.ts';

const LONGEST_KEY = 4096;

const status = z
  .enum(['SUBMITTED', 'PROCESSING', 'COMPLETED', 'CANCELED', 'REFUND', 'FAILED'])
  .transform((wire): PartnerOrderStatus => (wire === 'FAILED' ? 'CANCELED' : wire));

/** Exactly as it came, however odd: it was paid for. */
const key = z
  .union([z.string().max(LONGEST_KEY), z.int().transform(String)])
  .nullish()
  .transform(text => text || undefined);

const fulfillment = z.object({ delivery_status: words, error_message: words }).nullish().catch(undefined);

/** The answer of create-order and order-status. A refused Stars order carries little more than id and status. */
export const orderAnswer = z
  .object({
    orderId: identifier,
    status,
    offerId: offerId.nullish().transform(absentIfNull),
    price: optionalAmount,
    currency: currency.nullish().transform(absentIfNull),
    key,
    message: words,
    fulfillmentData: fulfillment,
    createdAt: optionalTime,
  })
  .transform(
    ({ orderId, message, fulfillmentData, ...order }): PartnerOrder =>
      present({
        ...order,
        partnerOrderId: orderId,
        message: message ?? fulfillmentData?.error_message,
        deliveryStatus: fulfillmentData?.delivery_status,
      }),
  );
