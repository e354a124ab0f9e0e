import type { OfferId } from '../../shared/offer-id.ts';
import type { Partner } from '../partner/partner.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { learnOffer } from './learned.ts';
import { isUnreachable } from './patience.ts';

/** The packs the partner's page lists; the catalogue call does not. Any other number can be imported by id. */
const STANDARD_PACKS: readonly OfferId[] = [
  'telegram_stars_50',
  'telegram_stars_100',
  'telegram_stars_500',
  'telegram_stars_1000',
];

/** Makes sure the standard packs of Stars are known, at today's cost; how many are new. A pack that fails is left out. */
export async function learnStars(db: Db, clock: Clock, partner: Pick<Partner, 'offer'>): Promise<number> {
  let added = 0;
  for (const offerId of STANDARD_PACKS) {
    const result = await partner.offer(offerId, { priority: 'background' });
    if (isUnreachable(result)) break;
    if (result.kind !== 'ok') continue;
    const learned = db.transaction(() => learnOffer(db, result.value, false, clock.now())).immediate();
    if (learned === 'added') added++;
  }
  return added;
}
