import type { OfferId } from '../../shared/offer-id.ts';

/**
 * How names and typed text become words that can be compared: without case, accents and punctuation, so that "pokemon"
 * finds "Pokémon" and "елка" finds "Ёлка". Both sides are folded here, so nothing a person types can reach the query language.
 */

/** More words than this only make the query slower. */
const MOST_WORDS = 12;

/** Stands in the index for "may be sold": no word a person types contains it. */
export const SHOWN = '✓';

export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What the index holds for an offer. "60 UC" is also found as "60uc", "60UC" also as "60 uc".
 */
export function indexedWords(texts: readonly string[], shown: boolean): string {
  const words = new Set<string>(shown ? [SHOWN] : []);
  for (const text of texts) {
    const whole = wordsOf(text);
    for (const [i, word] of whole.entries()) {
      words.add(word);
      for (const part of word.match(/\p{N}+|\p{L}+/gu) ?? []) words.add(part);
      const next = whole[i + 1];
      if (next !== undefined && /^\p{N}+$/u.test(word)) words.add(word + next);
    }
  }
  return [...words].join(' ');
}

/** What a typed text asks the index for: every word, in any order, each a prefix. `undefined` where it has no words. */
export function matchOf(query: string): string | undefined {
  const words = [...new Set(wordsOf(query))].slice(0, MOST_WORDS);
  return words.length === 0 ? undefined : words.map(word => `"${word}"*`).join(' AND ');
}

/** Sorts as a person would: by product, then "60 UC" before "325 UC". */
export function sortKeyOf(productName: string, offerName: string, offerId: OfferId): string {
  const product = wordsOf(productName).join(' ');
  return [product, natural(wordsOf(offerName).join(' ')), natural(String(offerId))].join('\t');
}

const natural = (text: string): string => text.replace(/\d+/g, digits => digits.padStart(16, '0'));
