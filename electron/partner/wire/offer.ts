import { z } from 'zod';
import type { OfferId } from '../../../shared/offer-id.ts';
import type { PartnerOffer } from '../partner.ts';
import { amount, currency, name, offerId } from './values.ts';

/** The answer of find-one. An answer about another offer than the one asked for is not understood. */
export const offerAnswer = (asked: OfferId) =>
  z
    .object({
      offerId: offerId.refine(answered => answered === asked, 'another offer'),
      productName: name,
      offerName: name,
      price: amount,
      currency,
      isReturnDataForCustomer: z.boolean(),
    })
    .transform(
      ({ isReturnDataForCustomer, ...offer }): PartnerOffer => ({
        ...offer,
        returnsKey: isReturnDataForCustomer,
      }),
    );
