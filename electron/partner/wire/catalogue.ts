import { z } from 'zod';
import type { CatalogueRow } from '../partner.ts';
import { present } from './present.ts';
import { amount, currency, name, offerId, words } from './values.ts';

const flag = z.boolean().nullish();

/** One offer of the reported catalogue call, whose rows name the offer in two ways. */
const row = z
  .object({
    offerId: offerId.nullish(),
    offerGroupId: offerId.nullish(),
    productName: name,
    offerGroupName: name,
    price: amount,
    currency,
    inStock: flag,
    isReturnDataForCustomer: flag,
    isRequiredGameUserId: flag,
    isRequiredGameServerId: flag,
    platformName: words,
    regionName: words,
    regionCode: words,
  })
  .transform((wire, context): CatalogueRow => {
    const id = wire.offerId ?? wire.offerGroupId;
    if (id === null || id === undefined) {
      context.addIssue({ code: 'custom', message: 'no offer id' });
      return z.NEVER;
    }
    return present({
      offerId: id,
      productName: wire.productName,
      offerName: wire.offerGroupName,
      price: wire.price,
      currency: wire.currency,
      returnsKey: wire.isReturnDataForCustomer ?? wire.isRequiredGameUserId !== true,
      inStock: wire.inStock ?? true,
      needsServer: wire.isRequiredGameServerId ?? false,
      platform: wire.platformName,
      region: wire.regionName ?? wire.regionCode,
    });
  });

/** A page of the catalogue. One row that cannot be used never costs the others. */
export const cataloguePageAnswer = z
  .object({ count: z.int().min(0), rows: z.array(z.unknown()) })
  .transform(({ count, rows }) => {
    const usable = rows.map(wire => row.safeParse(wire)).filter(parsed => parsed.success);
    return { rows: usable.map(parsed => parsed.data), skipped: rows.length - usable.length, total: count };
  });
