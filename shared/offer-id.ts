/**
 * The partner's name for an offer: a whole number, or `telegram_stars_<n>` with 1 ≤ n ≤ 2500.
 * A number goes out as a JSON number; the partner refuses the same digits in a string.
 */
export type OfferId = number | `telegram_stars_${number}`;

/** The partner's own test offer: always delivered, with a key, and never charged to the shop. */
export const TEST_OFFER_ID = 999;

const STARS = /^telegram_stars_([1-9]\d{0,3})$/;
const MOST_STARS = 2500;

/** Reads what a person typed or a file holds; `undefined` where it is no offer id. */
export function parseOfferId(value: unknown): OfferId | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toLowerCase();
  if (/^[1-9]\d{0,15}$/.test(text)) return parseOfferId(Number(text));
  const stars = STARS.exec(text);
  return stars && Number(stars[1]) <= MOST_STARS ? (text as OfferId) : undefined;
}

export function isOfferId(value: unknown): value is OfferId {
  return parseOfferId(value) === value;
}

/** How many Stars an offer credits; `undefined` for every other offer. */
export function starsOf(offerId: OfferId): number | undefined {
  if (typeof offerId === 'number') return undefined;
  return Number(offerId.slice('telegram_stars_'.length));
}

export interface OfferIdList {
  ids: OfferId[];
  /** The pieces that name no offer, as typed. */
  bad: string[];
}

/** One typed list may not name more offers than this: a slip of the finger is not an import of millions. */
export const MOST_IDS = 20_000;

/** Reads "999, 1001-1050, telegram_stars_100": commas, semicolons, spaces or lines between, ranges inclusive. */
export function parseOfferIdList(text: string): OfferIdList {
  const ids = new Set<OfferId>();
  const bad: string[] = [];
  const pieces = text.replace(/\s*[-–—]\s*/g, '-').split(/[\s,;]+/);
  for (const piece of pieces) {
    if (piece === '') continue;
    const range = /^(\d+)-(\d+)$/.exec(piece);
    const [first, last] = range ? [parseOfferId(range[1]), parseOfferId(range[2])] : [];
    const single = range ? undefined : parseOfferId(piece);
    if (single !== undefined) ids.add(single);
    else if (
      typeof first === 'number' &&
      typeof last === 'number' &&
      isSaneRange(first, last, MOST_IDS - ids.size)
    ) {
      for (let id = first; id <= last; id++) ids.add(id);
    } else bad.push(piece);
  }
  return { ids: [...ids], bad };
}

function isSaneRange(first: number, last: number, room: number): boolean {
  return first <= last && last - first < room;
}
