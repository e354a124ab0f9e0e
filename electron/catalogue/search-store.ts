import type { Product } from '../../shared/contract/catalogue.ts';
import { parseOfferId } from '../../shared/offer-id.ts';
import { wordsOf } from '../../shared/words.ts';
import type { Db } from '../store/open.ts';
import { sql } from '../store/sql.ts';
import { type OfferRow, toStored } from './catalogue-store.ts';
import { matchOf } from './search-words.ts';
import type { StoredOffer } from './stored-offer.ts';

export interface OfferSearch {
  query: string;
  /** Exactly this product. */
  product?: string | undefined;
  /** Also what is hidden or gone. */
  includeHidden: boolean;
  limit: number;
  offset: number;
}

export interface FoundOffers {
  offers: StoredOffer[];
  total: number;
}

/** Offers with every typed word, products that begin with it first; an empty query lists all, in a stable order. */
export function searchOffers(db: Db, search: OfferSearch): FoundOffers {
  if (search.query.trim() === '') return listOffers(db, search);
  const match = matchOf(search.query, search.includeHidden);
  if (match === undefined) return { offers: [], total: 0 };
  const rows = firstRows(db, search) ?? matchRows(db, search, match);
  return { offers: rows.map(toStored), total: countMatches(db, search, match) };
}

function listOffers(db: Db, search: OfferSearch): FoundOffers {
  const where = `WHERE ${conditions(search)}`;
  const rows = sql<[object], OfferRow>(
    db,
    `SELECT * FROM offers ${where} ORDER BY sort_key LIMIT @limit OFFSET @offset`,
  ).all(parameters(search));
  return {
    offers: rows.map(toStored),
    total: count(db, `SELECT count(*) AS n FROM offers ${where}`, parameters(search)),
  };
}

/**
 * Products that begin with what was typed come first and lie side by side in the order of the offers: where they fill
 * the page, thousands of other matches need not be sorted. `undefined` where they do not.
 */
function firstRows(db: Db, search: OfferSearch): OfferRow[] | undefined {
  if (parseOfferId(search.query) !== undefined) return undefined;
  const rows = sql<[object], OfferRow>(
    db,
    `SELECT * FROM offers WHERE sort_key >= @whole AND sort_key < @afterWhole AND ${conditions(search)}
     ORDER BY sort_key LIMIT @limit OFFSET @offset`,
  ).all({ ...parameters(search), ...range('whole', wordsOf(search.query).join(' ')) });
  return rows.length === search.limit ? rows : undefined;
}

function matchRows(db: Db, search: OfferSearch, match: string): OfferRow[] {
  const [first = ''] = wordsOf(search.query);
  return sql<[object], OfferRow>(
    db,
    `WITH page AS (
       SELECT offers.id, sort_key AS position, CASE
           WHEN offer_id = @query THEN 0
           WHEN sort_key >= @whole AND sort_key < @afterWhole THEN 1
           WHEN sort_key >= @first AND sort_key < @afterFirst THEN 2
           ELSE 3 END AS distance
         FROM ${MATCHES} ${search.product === undefined ? '' : 'AND product_name = @product'}
         ORDER BY distance, position LIMIT @limit OFFSET @offset)
     SELECT offers.* FROM page JOIN offers USING (id) ORDER BY distance, position`,
  ).all({
    ...parameters(search),
    match,
    query: search.query.trim(),
    ...range('whole', wordsOf(search.query).join(' ')),
    ...range('first', first),
  });
}

/** The index alone can count, many times as fast as reading every offer, unless only one product is meant. */
function countMatches(db: Db, { product }: OfferSearch, match: string): number {
  if (product === undefined) {
    return count(db, 'SELECT count(*) AS n FROM offers_search WHERE offers_search MATCH @match', { match });
  }
  return count(db, `SELECT count(*) AS n FROM ${MATCHES} AND product_name = @product`, { match, product });
}

/** Every product that has something to sell, in no order. */
export function groupProducts(db: Db): Product[] {
  const products = new Map<string, Product>();
  const rows = sql<[], { product_name: string; delivery: Product['deliveries'][number]; n: number }>(
    db,
    `SELECT product_name, delivery, count(*) AS n FROM offers WHERE hidden = 0 AND gone = 0
     GROUP BY product_name, delivery`,
  ).all();
  for (const { product_name: name, delivery, n } of rows) {
    const product = products.get(name) ?? { name, offers: 0, deliveries: [] };
    product.offers += n;
    product.deliveries.push(delivery);
    products.set(name, product);
  }
  return [...products.values()];
}

/** The names of the products with an offer that matches. `match` is of what may be shown. */
export function matchProducts(db: Db, match: string): Set<string> {
  const rows = sql<[string], { product_name: string }>(
    db,
    `SELECT DISTINCT product_name FROM offers_search JOIN offers ON offers.id = offers_search.rowid
     WHERE offers_search MATCH ?`,
  ).all(match);
  return new Set(rows.map(row => row.product_name));
}

const MATCHES =
  'offers_search JOIN offers ON offers.id = offers_search.rowid WHERE offers_search MATCH @match';

/** Sorts after every text that begins the same. */
const LAST = '\u{10FFFF}';

function range(name: 'whole' | 'first', prefix: string): Record<string, string> {
  return name === 'whole'
    ? { whole: prefix, afterWhole: prefix + LAST }
    : { first: prefix, afterFirst: prefix + LAST };
}

function conditions({ product, includeHidden }: OfferSearch): string {
  const shown = includeHidden ? 'TRUE' : 'hidden = 0 AND gone = 0';
  return product === undefined ? shown : `${shown} AND product_name = @product`;
}

function parameters({ product, limit, offset }: OfferSearch): Record<string, unknown> {
  return product === undefined ? { limit, offset } : { limit, offset, product };
}

function count(db: Db, text: string, given: Record<string, unknown>): number {
  return sql<[object], { n: number }>(db, text).get(given)?.n ?? 0;
}
