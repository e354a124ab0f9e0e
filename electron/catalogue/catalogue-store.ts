import type { Delivery } from '../../shared/contract/catalogue.ts';
import { type OfferId, parseOfferId } from '../../shared/offer-id.ts';
import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';
import { indexedWords, sortKeyOf } from './search-words.ts';
import type { StoredOffer } from './stored-offer.ts';

export interface OfferRow {
  offer_id: string;
  source: StoredOffer['source'];
  product_name: string;
  offer_name: string;
  delivery: Delivery;
  needs_server: 0 | 1;
  cost: string;
  cost_currency: string;
  region: string | null;
  platform: string | null;
  in_stock: 0 | 1;
  gone: 0 | 1;
  own_price: string | null;
  hidden: 0 | 1;
  updated_at: number;
}

export function findOffer(db: Db, offerId: OfferId): StoredOffer | undefined {
  const row = sql<[string], OfferRow>(db, 'SELECT * FROM offers WHERE offer_id = ?').get(String(offerId));
  return row && toStored(row);
}

/** How many offers the partner still sells. */
export function countOffers(db: Db): number {
  return sql<[], { n: number }>(db, 'SELECT count(*) AS n FROM offers WHERE gone = 0').get()?.n ?? 0;
}

/** The offers that came by a sync and were there at the last one. */
export function syncedIds(db: Db): OfferId[] {
  return sql<[], OfferRow>(db, `SELECT offer_id FROM offers WHERE source = 'sync' AND gone = 0`)
    .all()
    .map(row => idOf(row));
}

/** Writes `next` in place of `known`, index included; one row, in the caller's transaction or its own. */
export function writeOffer(db: Db, known: StoredOffer | undefined, next: StoredOffer): void {
  const write = sql(db, known ? UPDATE : INSERT);
  changeOne(write, {
    offer_id: String(next.offerId),
    source: next.source,
    product_name: next.productName,
    offer_name: next.offerName,
    delivery: next.delivery,
    needs_server: bit(next.needsServer),
    cost: next.cost,
    cost_currency: next.costCurrency,
    region: next.region,
    platform: next.platform,
    in_stock: bit(next.inStock),
    gone: bit(next.gone),
    own_price: next.ownPrice,
    hidden: bit(next.hidden),
    sort_key: sortKeyOf(next.productName, next.offerName, next.offerId),
    updated_at: next.updatedAt,
  });
  const words = wordsFor(next);
  if (known && wordsFor(known) === words) return;
  const id = sql<[string], { id: number }>(db, 'SELECT id FROM offers WHERE offer_id = ?').get(
    String(next.offerId),
  )?.id;
  if (known) sql(db, 'DELETE FROM offers_search WHERE rowid = ?').run(id);
  sql(db, 'INSERT INTO offers_search (rowid, words) VALUES (?, ?)').run(id, words);
}

export function toStored(row: OfferRow): StoredOffer {
  return {
    offerId: idOf(row),
    source: row.source,
    productName: row.product_name,
    offerName: row.offer_name,
    delivery: row.delivery,
    needsServer: row.needs_server === 1,
    cost: row.cost,
    costCurrency: row.cost_currency,
    region: row.region,
    platform: row.platform,
    inStock: row.in_stock === 1,
    gone: row.gone === 1,
    ownPrice: row.own_price,
    hidden: row.hidden === 1,
    updatedAt: row.updated_at,
  };
}

const INSERT = `INSERT INTO offers (offer_id, source, product_name, offer_name, delivery, needs_server, cost, cost_currency,
    region, platform, in_stock, gone, own_price, hidden, sort_key, updated_at)
  VALUES (@offer_id, @source, @product_name, @offer_name, @delivery, @needs_server, @cost, @cost_currency,
    @region, @platform, @in_stock, @gone, @own_price, @hidden, @sort_key, @updated_at)`;

const UPDATE = `UPDATE offers SET source = @source, product_name = @product_name, offer_name = @offer_name,
    delivery = @delivery, needs_server = @needs_server, cost = @cost, cost_currency = @cost_currency, region = @region,
    platform = @platform, in_stock = @in_stock, gone = @gone, own_price = @own_price, hidden = @hidden,
    sort_key = @sort_key, updated_at = @updated_at
  WHERE offer_id = @offer_id`;

function wordsFor({ productName, offerName, region, platform, offerId, hidden, gone }: StoredOffer): string {
  return indexedWords([productName, offerName, region ?? '', platform ?? ''], offerId, hidden || gone);
}

function idOf(row: OfferRow): OfferId {
  const offerId = parseOfferId(row.offer_id);
  if (offerId === undefined) throw new Error(`the stored offer id is none: ${row.offer_id}`);
  return offerId;
}

const bit = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** The currencies that offers cost in, with how many do; what the partner no longer sells does not count. */
export function costCurrencies(db: Db): { currency: string; offers: number }[] {
  return sql<[], { currency: string; offers: number }>(
    db,
    `SELECT cost_currency AS currency, count(*) AS offers FROM offers WHERE gone = 0
     GROUP BY cost_currency ORDER BY offers DESC, cost_currency`,
  ).all();
}
