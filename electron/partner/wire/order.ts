import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { maskedWords } from '../masked-text.ts';
import type { PartnerOrder, PartnerOrderStatus } from '../partner.ts';
import { present } from './present.ts';
import { optionalTime } from './time.ts';
import { absentIfNull, currency, identifier, offerId, optionalAmount } from './values.ts';

const LONGEST_KEY = 65_536;
const LONGEST_ODD_ID = 64;

const status = z
  .enum(['SUBMITTED', 'PROCESSING', 'COMPLETED', 'CANCELED', 'REFUND', 'FAILED'])
  .transform((wire): PartnerOrderStatus => (wire === 'FAILED' ? 'CANCELED' : wire));

const NONE = { value: undefined, isOdd: false };

/** Absent is fine; there and not to be used is told apart from that. */
const usableOrOdd = <T>(wire: z.ZodType<T>) =>
  z
    .unknown()
    .optional()
    .transform(value => {
      if (value === undefined || value === null || value === '') return NONE;
      const { success, data } = wire.safeParse(value);
      return success ? { value: data, isOdd: false } : { value: undefined, isOdd: true };
    });

/** Exactly as it came, however odd: it was paid for. */
const key = usableOrOdd(z.string().max(LONGEST_KEY));

/** An order without any id is none. One that is no proper id still tells this answer from none at all. */
const orderId = z.union([
  identifier.transform(id => ({ id, isOdd: false })),
  z
    .union([z.string(), z.number(), z.boolean()])
    .transform(odd => cleanText(String(odd), LONGEST_ODD_ID))
    .refine(id => id !== '')
    .transform(id => ({ id, isOdd: true })),
]);

/** Shown only once the key is out of it. */
const text = z.string().optional().catch(undefined);
const shown = (words: string | undefined, key: string | undefined) =>
  words === undefined ? undefined : maskedWords(words, key) || undefined;

const fulfillment = z.object({ delivery_status: text, error_message: text }).nullish().catch(undefined);

/**
 * The answer of create-order and order-status. A refused Stars order carries little more than id and status.
 * Once it has those, a field that cannot be used never hides the others: the order may be paid for.
 */
export const orderAnswer = z
  .object({
    orderId,
    status,
    offerId: usableOrOdd(offerId),
    price: optionalAmount.catch(undefined),
    currency: currency.nullish().transform(absentIfNull).catch(undefined),
    key,
    message: text,
    fulfillmentData: fulfillment,
    createdAt: optionalTime,
  })
  .transform((wire): PartnerOrder => {
    const { message, fulfillmentData } = wire;
    const oddKey = wire.key.isOdd ? ('key' as const) : undefined;
    return present({
      partnerOrderId: wire.orderId.id,
      status: wire.status,
      offerId: wire.offerId.value,
      price: wire.price,
      currency: wire.currency,
      key: wire.key.value,
      message: shown(message, wire.key.value) ?? shown(fulfillmentData?.error_message, wire.key.value),
      deliveryStatus: shown(fulfillmentData?.delivery_status, wire.key.value),
      createdAt: wire.createdAt,
      unusable: wire.orderId.isOdd || wire.offerId.isOdd ? ('identity' as const) : oddKey,
    });
  });
