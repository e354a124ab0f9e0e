import type { Product } from '../../shared/contract/catalogue.ts';
import type { ParsedInput } from '../../shared/contract.ts';
import { type Comparable, comparable, NEARNESS, nearnessOf } from '../../shared/product-match.ts';
import { wordsOf } from '../../shared/words.ts';
import type { Db } from '../store/open.ts';
import { countOffers } from './catalogue-store.ts';
import { groupProducts, matchProducts } from './search-store.ts';
import { matchOf } from './search-words.ts';

type ShelvedProduct = Product & Comparable;

export interface Shelf {
  products(asked: ParsedInput<'catalogue.products'>): { products: Product[]; total: number };
  /** How many offers the partner still sells. */
  size(): number;
  /** The offers changed: what was counted before no longer holds. */
  changed(): void;
}

/** The till's first grid: products in alphabetical order, counted once and then again only after a change. */
export function createShelf(db: Db): Shelf {
  let shelved: ShelvedProduct[] | undefined;
  let size: number | undefined;

  function all(): ShelvedProduct[] {
    shelved ??= groupProducts(db).map(shelve).sort(byName);
    return shelved;
  }

  function found(query: string): ShelvedProduct[] {
    if (query.trim() === '') return all();
    const words = wordsOf(query);
    const near: ShelvedProduct[][] = Object.values(NEARNESS).map(() => []);
    for (const product of all()) near[nearnessOf(product, words)]?.push(product);
    const others = near.pop() ?? [];
    const names = offerNames(query, words);
    return [...near.flat(), ...others.filter(product => names.has(product.name))];
  }

  /** The products with an offer that has what was typed; one letter, which half of all offers have, says nothing yet. */
  function offerNames(query: string, words: string[]): Set<string> {
    const isLetter = /^\p{L}$/u.test(words.join(''));
    const match = isLetter ? undefined : matchOf(query, false);
    return match === undefined ? new Set() : matchProducts(db, match);
  }

  return {
    products({ query, limit, offset }) {
      const products = found(query);
      return {
        products: products
          .slice(offset, offset + limit)
          .map(({ name, offers, deliveries }) => ({ name, offers, deliveries })),
        total: products.length,
      };
    },
    size() {
      size ??= countOffers(db);
      return size;
    },
    changed() {
      shelved = undefined;
      size = undefined;
    },
  };
}

const shelve = (product: Product): ShelvedProduct => ({ ...product, ...comparable(product) });

function byName(a: ShelvedProduct, b: ShelvedProduct): number {
  return compareTexts(a.folded, b.folded) || compareTexts(a.name, b.name);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
