import type { Product } from './contract/catalogue.ts';
import { wordsOf } from './words.ts';

/** How near a product is to what was typed; the nearest is 0. */
export const NEARNESS = { named: 0, wholeWords: 1, begins: 2, has: 3, not: 4 } as const;
export type Nearness = (typeof NEARNESS)[keyof typeof NEARNESS];

/** What people call Telegram Stars, whatever the partner's name for them is. */
const NAMES_OF_STARS: ReadonlySet<string> = new Set(
  [
    'stars',
    'star',
    'telegram stars',
    'tg stars',
    'звёзды',
    'звезда',
    'звёзды telegram',
    'телеграм звёзды',
  ].map(name => wordsOf(name).join(' ')),
);

/** A product as it is compared: made once, for many searches. */
export interface Comparable {
  words: readonly string[];
  /** The words, joined. */
  folded: string;
  isStars: boolean;
}

export function comparable({ name, deliveries }: Pick<Product, 'name' | 'deliveries'>): Comparable {
  const words = wordsOf(name);
  return { words, folded: words.join(' '), isStars: deliveries.every(delivery => delivery === 'stars') };
}

/**
 * `named`: it is called exactly that; `wholeWords`: its name begins with these words; `begins`: with these letters; `has`:
 * every typed word begins one of its words.
 */
export function nearnessOf({ words, folded, isStars }: Comparable, typed: readonly string[]): Nearness {
  const text = typed.join(' ');
  if (text === '') return NEARNESS.not;
  if (folded === text || (isStars && NAMES_OF_STARS.has(text))) return NEARNESS.named;
  if (folded.startsWith(`${text} `)) return NEARNESS.wholeWords;
  if (folded.startsWith(text)) return NEARNESS.begins;
  return typed.every(word => words.some(own => own.startsWith(word))) ? NEARNESS.has : NEARNESS.not;
}
