import { TillError } from '../../shared/errors.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { CatalogueRow, Partner } from '../partner/partner.ts';
import { tillErrorOf } from '../partner/till-error.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { syncedIds } from './catalogue-store.ts';
import { learnGone, learnRow } from './learned.ts';
import { patiently } from './patience.ts';
import type { ProgressReport } from './progress.ts';
import { writeInSlices } from './written-slices.ts';

export interface SyncNeeds {
  db: Db;
  clock: Clock;
  partner: Pick<Partner, 'cataloguePage'>;
  report: ProgressReport;
}

export interface Synced {
  added: number;
  updated: number;
  gone: number;
  /** Every offer the partner counts was listed; only then is a missing one gone. */
  complete: boolean;
}

const PAGE_SIZE = 1000;

/**
 * Reads the partner's whole catalogue. Throws `sync_unavailable` where the partner has no such call, and what kept the
 * partner from answering where the reading broke off: what was read until then is kept, and nothing is taken away.
 */
export async function syncCatalogue(needs: SyncNeeds): Promise<Synced> {
  const { db, clock, report } = needs;
  const listed = new Set<OfferId>();
  const counts = { added: 0, updated: 0, same: 0 };
  let read = 0;
  for (let page = 1; ; page++) {
    const { rows, skipped, total } = await readPage(needs, page, read);
    const before = listed.size;
    for (const row of rows) listed.add(row.offerId);
    read += rows.length + skipped;
    await writeInSlices(db, rows, row => counts[learnRow(db, row, clock.now())]++);
    report.step(read, Math.max(total, read));
    if (isLastPage({ size: rows.length + skipped, fresh: listed.size > before, read, total })) {
      const complete = listed.size > 0 && read >= total;
      const gone = complete ? await markMissing(needs, listed) : 0;
      return { added: counts.added, updated: counts.updated, gone, complete };
    }
  }
}

async function readPage(
  { clock, partner }: SyncNeeds,
  page: number,
  read: number,
): Promise<{ rows: CatalogueRow[]; skipped: number; total: number }> {
  const result = await patiently(clock, page > 1, () => partner.cataloguePage(page, PAGE_SIZE));
  if (result.kind === 'ok') return result.value;
  if (result.kind === 'no_such_call') {
    throw new TillError('sync_unavailable', 'The partner does not list its catalogue: import offers by id.');
  }
  const { code, message, details } = tillErrorOf(result);
  throw new TillError(code, `${message} The sync broke off after ${read} offers; nothing was taken away.`, {
    ...details,
    read,
  });
}

/**
 * `total` is reported, not documented: it may count the catalogue or only this page, and pages may be smaller than
 * asked for. A page that brings no new offer ends the reading in any case.
 */
function isLastPage(page: { size: number; fresh: boolean; read: number; total: number }): boolean {
  if (page.size === 0 || !page.fresh) return true;
  const countsAll = page.total > PAGE_SIZE || page.size < PAGE_SIZE;
  return countsAll && page.read >= page.total;
}

async function markMissing({ db, clock }: SyncNeeds, listed: Set<OfferId>): Promise<number> {
  const missing = syncedIds(db).filter(offerId => !listed.has(offerId));
  await writeInSlices(db, missing, offerId => learnGone(db, offerId, clock.now()));
  return missing.length;
}
