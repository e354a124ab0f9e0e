import type { OfferId } from '../../../shared/offer-id.ts';
import type { Dice } from './dice.ts';

/** The partner as its page describes it, written a second time: nothing here is shared with the sandbox or the till. */
export interface PartnerModel {
  readonly offers: ReadonlyMap<OfferId, ModelOffer>;
  readonly bookings: readonly Booking[];
  token: string;
  /** What is left of the prepaid balance, in cents. */
  cents: number;
  /** What it says to a request that has arrived, and what it does a moment later: between the two, nobody sees it. */
  receive(call: Call): Reaction;
  /** What the partner's own staff sees, however long ago it was. */
  bookingsOf(transactionId: string): Booking[];
  statusOf(booking: Booking): Status;
  /** Its servers no longer answer for it, though its staff still sees it. */
  isForgotten(booking: Booking): boolean;
  /** Support puts everything in order that only a person can. */
  finishByHand(): void;
}

export interface ModelOffer {
  offerId: OfferId;
  delivery: 'key' | 'topup' | 'stars';
  /** In hundredths of its currency. */
  price: number;
  currency: string;
  gone: boolean;
}

export interface Call {
  path: string;
  token: string;
  body: Record<string, unknown>;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export interface Reaction {
  /** How long it works on it, in milliseconds. */
  takesMs: number;
  finish(): Answer;
}

export type Status = 'SUBMITTED' | 'PROCESSING' | 'COMPLETED' | 'CANCELED' | 'REFUND' | 'FAILED';

export interface Booking {
  readonly transactionId: string;
  readonly orderId: string;
  readonly offer: ModelOffer;
  readonly bookedAt: number;
  readonly price: number;
  readonly key: string | undefined;
  /** The status from each time on. */
  life: { from: number; status: Status }[];
  /** From when on the key comes with the status; `Infinity`: not before support sees to it. */
  keyFrom: number;
  /** Until then order-status does not find it: its servers do not all know the same at the same time. */
  hiddenUntil: number;
}

export interface PartnerTraits {
  /** How long a transactionId is remembered. The page does not say. */
  remembersMs: number;
  /** The share of orders that are not completed at once, and of those that end badly. */
  slow: number;
  bad: number;
  /** Between the look whether it knows the transactionId and the booking. */
  slowestBookingMs: number;
  longestHiddenMs: number;
}

/** Does everything at once, and forgets nothing. */
export const PROMPT: PartnerTraits = {
  remembersMs: Number.POSITIVE_INFINITY,
  slow: 0,
  bad: 0,
  slowestBookingMs: 0,
  longestHiddenMs: 0,
};

interface Given {
  now: () => number;
  dice: Dice;
  traits: PartnerTraits;
  offers: ModelOffer[];
  token: string;
  cents: number;
}

const DAY_MS = 24 * 60 * 60_000;

export function createPartnerModel({ now, dice, traits, offers: shelf, token, cents }: Given): PartnerModel {
  const offers = new Map(shelf.map(offer => [offer.offerId, { ...offer }]));
  const bookings: Booking[] = [];

  const isForgotten = ({ bookedAt }: Booking): boolean => now() - bookedAt >= traits.remembersMs;
  const remembered = (transactionId: unknown): Booking | undefined =>
    bookings.find(booking => booking.transactionId === transactionId && !isForgotten(booking));

  function book(transactionId: string, offer: ModelOffer): Booking {
    const bookedAt = now();
    const booking: Booking = {
      transactionId,
      orderId: String(700_000 + bookings.length),
      offer,
      bookedAt,
      price: offer.price,
      key: offer.delivery === 'key' ? `K-${bookings.length}-${dice.between(0, 1_000_000)}` : undefined,
      life: lifeFrom(bookedAt),
      keyFrom: bookedAt + keyDelay(),
      hiddenUntil: bookedAt + dice.between(0, traits.longestHiddenMs + 1),
    };
    bookings.push(booking);
    model.cents -= 100;
    return booking;
  }

  function lifeFrom(bookedAt: number): Booking['life'] {
    const end: Status = dice.chance(traits.bad) ? dice.pick(['CANCELED', 'FAILED', 'REFUND']) : 'COMPLETED';
    const isRefunded = end === 'COMPLETED' && dice.chance(traits.bad);
    const later = isRefunded
      ? [{ from: bookedAt + dice.between(0, 240_000), status: 'REFUND' as const }]
      : [];
    if (!dice.chance(traits.slow)) return [{ from: bookedAt, status: end }, ...later];
    const accepted = bookedAt + dice.between(0, 20_000);
    const ended = accepted + dice.between(0, 240_000);
    return [
      { from: bookedAt, status: 'SUBMITTED' },
      { from: accepted, status: 'PROCESSING' },
      { from: ended, status: end },
      ...(later.length ? [{ from: ended + 60_000, status: 'REFUND' as const }] : []),
    ];
  }

  function keyDelay(): number {
    if (!dice.chance(traits.bad)) return 0;
    return dice.chance(0.3) ? Number.POSITIVE_INFINITY : dice.between(0, 60_000);
  }

  function statusOf(booking: Booking): Status {
    return booking.life.findLast(({ from }) => from <= now())?.status ?? 'SUBMITTED';
  }

  function view(booking: Booking): Answer {
    const { offer, orderId, price, key, keyFrom } = booking;
    const status = statusOf(booking);
    const isThere = status === 'COMPLETED' && key !== undefined && keyFrom <= now();
    return fine({
      orderId,
      count: 1,
      price: price / 100,
      currency: offer.currency,
      offerId: offer.offerId,
      productName: 'Product',
      offerName: `Offer ${offer.offerId}`,
      status,
      isReturnDataForCustomer: offer.delivery !== 'topup',
      ...(isThere ? { key } : {}),
      createdAt: new Date(booking.bookedAt).toISOString(),
    });
  }

  function createOrder({ transactionId, offerId, price }: Record<string, unknown>): Reaction {
    const offer = offers.get(offerId as OfferId);
    if (typeof transactionId !== 'string') return at(refusal(dice, 'INVALID_REQUEST_BODY'));
    // First of all: a refusal of the second copy of a request would otherwise hide that the first was booked.
    if (remembered(transactionId)) return at(refusal(dice, 'TRANSACTION_DUPLICATE'));
    if (!offer || offer.gone) return at(refusal(dice, 'OFFER_NOT_FOUND'));
    if (price !== offer.price / 100) return at(refusal(dice, 'WRONG_PRICE'));
    if (model.cents < 100) return at(refusal(dice, 'INSUFFICIENT_BALANCE'));
    // What it has looked up by now is not looked up again: two requests at once may both be booked.
    return {
      takesMs: dice.between(0, traits.slowestBookingMs + 1),
      finish: () => view(book(transactionId, offer)),
    };
  }

  function orderStatus({ transactionId }: Record<string, unknown>): Answer {
    const booking = remembered(transactionId);
    if (!booking || booking.hiddenUntil > now()) return refusal(dice, 'ORDER_NOT_FOUND');
    const code = dice.chance(traits.bad) ? CODE_OF[statusOf(booking)] : undefined;
    return code ? refusal(dice, code) : view(booking);
  }

  function findOne({ offerId }: Record<string, unknown>): Answer {
    const offer = offers.get(offerId as OfferId);
    if (!offer || offer.gone) return refusal(dice, 'OFFER_NOT_FOUND');
    return fine({
      offerId,
      productName: 'Product',
      offerName: `Offer ${String(offerId)}`,
      count: 10,
      price: offer.price / 100,
      currency: offer.currency,
      isReturnDataForCustomer: offer.delivery !== 'topup',
    });
  }

  const balance = (): Answer =>
    fine({
      balance: model.cents / 100,
      draftBalance: 0,
      isPostpaid: false,
      currency: { id: 1, code: 'USD' },
      partnerId: 123,
    });

  const model: PartnerModel = {
    offers,
    bookings,
    token,
    cents,
    receive({ path, token: given, body }) {
      if (given !== model.token) return at(refusal(dice, 'INVALID_TOKEN', 401));
      if (path === '/api/v1/offers/create-order') return createOrder(body);
      if (path === '/api/v1/offers/order-status') return at(orderStatus(body));
      if (path === '/api/v1/offers/find-one') return at(findOne(body));
      if (path === '/api/v1/offers/balance') return at(balance());
      return at({ status: 404, headers: {}, body: 'no such page' });
    },
    bookingsOf: transactionId => bookings.filter(booking => booking.transactionId === transactionId),
    statusOf,
    isForgotten,
    finishByHand() {
      traits.bad = 0;
      for (const booking of bookings) {
        booking.keyFrom = Math.min(booking.keyFrom, now());
        booking.hiddenUntil = Math.min(booking.hiddenUntil, now());
        const last = booking.life.at(-1);
        if (last && last.from > now()) booking.life = [{ ...last, from: now() }];
      }
    },
  };
  return model;
}

/**
 * The page does not say how long. The till sends nothing again by itself that is older than a day by its own clock,
 * which may have been set back by up to a day in between.
 */
export const FORGETFUL_MS = 2 * DAY_MS + 3_600_000;

/** The page has codes for some of what a status says. */
const CODE_OF: Partial<Record<Status, string>> = {
  SUBMITTED: 'ORDER_NOT_PROCESSING',
  PROCESSING: 'ORDER_NOT_COMPLETED',
  CANCELED: 'ORDER_ALREADY_CANCELED',
  REFUND: 'ORDER_ALREADY_REFUNDED',
};

const at = (answer: Answer): Reaction => ({ takesMs: 0, finish: () => answer });

const fine = (body: unknown): Answer => ({ status: 200, headers: {}, body });

/** The page does not give the shape of an error: each that is seen in the wild. */
export function refusal(dice: Dice, code: string, status = dice.pick([200, 400, 422])): Answer {
  const body: unknown = dice.pick<unknown>([
    { error: { code } },
    { code, message: 'no' },
    { error: code },
    { message: code },
  ]);
  return { status, headers: {}, body };
}
