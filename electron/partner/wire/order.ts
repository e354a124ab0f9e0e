import { z } from 'zod';
import { maskedWords } from '../masked-text.ts';
import type { PartnerOrder, PartnerOrderStatus } from '../partner.ts';
import { present } from './present.ts';
import { optionalTime } from './time.ts';
import { absentIfNull, currency, identifier, offerId, optionalAmount } from './values.ts';

const LONGEST_KEY = 4096;

const status = z
  .enum(['SUBMITTED', 'PROCESSING', 'COMPLETED', 'CANCELED', 'REFUND', 'FAILED'])
  .transform((wire): PartnerOrderStatus => (wire === 'FAILED' ? 'CANCELED' : wire));

/** Exactly as it came, however odd: it was paid for. */
const key = z
  .union([z.string().max(LONGEST_KEY), z.int().transform(String)])
  .nullish()
  .transform(text => text || undefined);

/** Shown only once the key is out of it. */
const text = z.string().optional().catch(undefined);
const shown = (words: string | undefined, key: string | undefined) =>
  words === undefined ? undefined : maskedWords(words, key) || undefined;

const fulfillment = z.object({ delivery_status: text, error_message: text }).nullish().catch(undefined);

/** The answer of create-order and order-status. A refused Stars order carries little more than id and status. */
export const orderAnswer = z
  .object({
    orderId: identifier,
    status,
    offerId: offerId.nullish().transform(absentIfNull),
    price: optionalAmount,
    currency: currency.nullish().transform(absentIfNull),
    key,
    message: text,
    fulfillmentData: fulfillment,
    createdAt: optionalTime,
  })
  .transform(
    ({ orderId, message, fulfillmentData, ...order }): PartnerOrder =>
      present({
        ...order,
        partnerOrderId: orderId,
        message: shown(message, order.key) ?? shown(fulfillmentData?.error_message, order.key),
        deliveryStatus: shown(fulfillmentData?.delivery_status, order.key),
      }),
  );
