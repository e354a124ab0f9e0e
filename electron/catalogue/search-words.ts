import { type OfferId, parseOfferId } from '../../shared/offer-id.ts';
import { wordsOf } from '../../shared/words.ts';

/**
 * How names and typed text become words that can be compared: without case, accents and punctuation, so that "pokemon"
 * finds "Pokémon" and "елка" finds "Ёлка". Both sides are folded here, so nothing a person types can reach the query language.
 */

/** More words than this only make the query slower. */
const MOST_WORDS = 12;

/**
 * Stands before every word of an offer that is hidden or gone: no typed word begins with it, so the till's searches
 * never meet such offers, and the index alone can count.
 */
const AWAY = '✗';
/** Stands before an offer id in the index, so that "86" means 86 Diamonds and not every id that begins with 86. */
const ID = '№';

/** What the index holds for an offer. "60 UC" is also found as "60uc", "60UC" also as "60 uc", the id only as a whole. */
export function indexedWords(texts: readonly string[], offerId: OfferId, isAway: boolean): string {
  const words = new Set<string>([ID + offerId]);
  for (const text of texts) {
    const whole = wordsOf(text);
    for (const [i, word] of whole.entries()) {
      words.add(word);
      for (const part of word.match(/\p{N}+|\p{L}+/gu) ?? []) words.add(part);
      const next = whole[i + 1];
      if (next !== undefined && /^\p{N}+$/u.test(word)) words.add(word + next);
    }
  }
  return Array.from(words, word => (isAway ? AWAY + word : word)).join(' ');
}

/**
 * What a typed text asks the index for: every word, in any order, each a prefix; or the offer of that id.
 * `undefined` where it has no words.
 */
export function matchOf(query: string, withAway: boolean): string | undefined {
  const words = [...new Set(wordsOf(query))].slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const either = (word: string, star: '' | '*'): string =>
    withAway ? `("${word}"${star} OR "${AWAY}${word}"${star})` : `"${word}"${star}`;
  const match = words.map(word => either(word, '*')).join(' AND ');
  const offerId = parseOfferId(query);
  return typeof offerId === 'number' ? `(${match}) OR ${either(`${ID}${offerId}`, '')}` : match;
}

/** Sorts as a person would: by product, then "60 UC" before "325 UC". */
export function sortKeyOf(productName: string, offerName: string, offerId: OfferId): string {
  const product = wordsOf(productName).join(' ');
  return [product, natural(wordsOf(offerName).join(' ')), natural(String(offerId))].join('\t');
}

const natural = (text: string): string => text.replace(/\d+/g, digits => digits.padStart(16, '0'));
