import type { Product } from '../../shared/contract/catalogue.ts';
import type { ParsedInput } from '../../shared/contract.ts';
import type { Db } from '../store/open.ts';
import { countOffers } from './catalogue-store.ts';
import { groupProducts, matchProducts } from './search-store.ts';
import { matchOf, wordsOf } from './search-words.ts';

interface ShelvedProduct extends Product {
  words: string[];
  folded: string;
}

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
    const near: [ShelvedProduct[], ShelvedProduct[], ShelvedProduct[]] = [[], [], []];
    for (const product of all()) near[distance(product, words)].push(product);
    const [begin, have, others] = near;
    const names = offerNames(query, words);
    return [...begin, ...have, ...others.filter(product => names.has(product.name))];
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

/** 0: its name begins with what was typed; 1: has all of it; 2: has not. */
function distance(product: ShelvedProduct, words: string[]): 0 | 1 | 2 {
  if (words.length === 0) return 2;
  if (product.folded.startsWith(words.join(' '))) return 0;
  return words.every(word => product.words.some(own => own.startsWith(word))) ? 1 : 2;
}

function shelve(product: Product): ShelvedProduct {
  const words = wordsOf(product.name);
  return { ...product, words, folded: words.join(' ') };
}

function byName(a: ShelvedProduct, b: ShelvedProduct): number {
  return compareTexts(a.folded, b.folded) || compareTexts(a.name, b.name);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
