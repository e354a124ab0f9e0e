/** What a scanner may make of the prefix: a keyboard set to Russian types other letters in the places of K and T. */
const PREFIX = '(?:KT|ЛЕ)';
const SCANNED = new RegExp(`^${PREFIX}(\\d+)$`, 'i');
const BEFORE_NUMBER = new RegExp(`^(?:[#№]|${PREFIX}(?=\\d+$))\\s*`, 'i');

/** What is scanned for a sale: "KT1003". People read the bare number, which alone could be the id of an offer. */
export function saleCode(number: string): string {
  return `KT${number}`;
}

/** The sale number in what was scanned, undefined where it is no sale's code. */
export function scannedSale(text: string): string | undefined {
  return SCANNED.exec(text.trim())?.[1];
}

/** The sale number that a person or a scanner may mean: "1003", "#1003", "№ 1003" and "KT1003" are all "1003". */
export function saleNumberIn(text: string): string {
  return text.trim().replace(BEFORE_NUMBER, '');
}
