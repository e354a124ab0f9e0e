import type { FailedOffer } from '../../shared/contract/catalogue.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { type OfferId, parseOfferId, parseOfferIdList } from '../../shared/offer-id.ts';
import type { Partner, PartnerOffer, PartnerResult } from '../partner/partner.ts';
import { tillErrorOf } from '../partner/till-error.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { learnGone, learnOffer } from './learned.ts';
import { isUnreachable, patiently } from './patience.ts';
import type { ProgressReport } from './progress.ts';
import { deliveryOf } from './stored-offer.ts';

export interface ImportNeeds {
  db: Db;
  clock: Clock;
  partner: Pick<Partner, 'offer' | 'servers'>;
  report: ProgressReport;
}

export interface Imported {
  /** Known now, new or renewed. */
  added: OfferId[];
  failed: FailedOffer[];
}

export type TypedIds = string | readonly (string | number)[];

const AT_ONCE = 4;

/** Asks for each offer by its id and names every id that brought none. A partner that is down is not asked id by id. */
export async function importOffers(needs: ImportNeeds, typed: TypedIds): Promise<Imported> {
  const { ids, failed } = readIds(typed);
  const added = new Set<OfferId>();
  const codes = new Map<OfferId, ErrorCode>();
  const waiting = ids.values();
  let stop: ErrorCode | undefined;

  async function work(): Promise<void> {
    for (const offerId of waiting) {
      const result = stop ?? (await importOffer(needs, offerId, added.size > 0));
      if (result === 'imported') added.add(offerId);
      else if (typeof result === 'string') codes.set(offerId, result);
      else {
        codes.set(offerId, result.code);
        stop ??= result.code;
      }
      needs.report.step(added.size + codes.size, ids.length);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  for (const offerId of ids) {
    const code = codes.get(offerId);
    if (code !== undefined) failed.push({ offerId, code });
  }
  return { added: ids.filter(offerId => added.has(offerId)), failed };
}

/** `imported`, why this one was not, or why none of the others will be either. */
async function importOffer(
  { db, clock, partner }: ImportNeeds,
  offerId: OfferId,
  reached: boolean,
): Promise<'imported' | ErrorCode | { code: ErrorCode }> {
  const result = await patiently(clock, reached, () => partner.offer(offerId, { priority: 'background' }));
  if (result.kind !== 'ok') {
    const { code } = tillErrorOf(result);
    if (code === 'offer_not_found') learnGone(db, offerId, clock.now());
    return isForAll(result) ? { code } : code;
  }
  const needsServer = await asksForServer(partner, result.value);
  db.transaction(() => learnOffer(db, result.value, needsServer, clock.now())).immediate();
  return 'imported';
}

/**
 * The documented call does not say whether a top-up needs a server; the reported one lists them where it does.
 * `undefined` where that cannot be learned either.
 */
async function asksForServer(
  partner: Pick<Partner, 'servers'>,
  offer: PartnerOffer,
): Promise<boolean | undefined> {
  if (deliveryOf(offer.offerId, offer.returnsKey) !== 'topup') return false;
  const servers = await partner.servers(offer.offerId);
  return servers.kind === 'ok' ? servers.value.length > 0 : undefined;
}

function isForAll(result: PartnerResult<unknown>): boolean {
  if (result.kind === 'no_token' || isUnreachable(result)) return true;
  return result.kind === 'refused' && result.code === 'INVALID_TOKEN';
}

function readIds(typed: TypedIds): { ids: OfferId[]; failed: FailedOffer[] } {
  const { ids, bad } = typeof typed === 'string' ? parseOfferIdList(typed) : parseIds(typed);
  return { ids, failed: bad.map(offerId => ({ offerId, code: 'offer_id_invalid' })) };
}

function parseIds(typed: readonly (string | number)[]): { ids: OfferId[]; bad: (string | number)[] } {
  const ids = new Set<OfferId>();
  const bad: (string | number)[] = [];
  for (const piece of typed) {
    const offerId = parseOfferId(piece);
    if (offerId === undefined) bad.push(piece);
    else ids.add(offerId);
  }
  return { ids: [...ids], bad };
}
