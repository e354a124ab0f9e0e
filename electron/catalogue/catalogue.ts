import type { CatalogueProgress, Offer } from '../../shared/contract/catalogue.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import type { Output, ParsedInput } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import { type Decimal, fitsCurrency, isPositive } from '../../shared/money.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { Partner } from '../partner/partner.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { importOffers } from './catalogue-import.ts';
import { costCurrencies, findOffer } from './catalogue-store.ts';
import { syncCatalogue } from './catalogue-sync.ts';
import { learnCost, learnGone, writeIfChanged } from './learned.ts';
import { createPlayers, type Players } from './players.ts';
import { type ProgressReport, withProgress } from './progress.ts';
import { searchOffers } from './search-store.ts';
import { createShelf } from './shelf.ts';
import { learnStars } from './stars.ts';
import { type StoredOffer, toOffer } from './stored-offer.ts';

export interface CatalogueNeeds {
  db: Db;
  clock: Clock;
  partner: Pick<Partner, 'cataloguePage' | 'offer' | 'servers' | 'checkPlayer' | 'telegramUser'>;
  settings: () => Settings;
  audit: (action: string, subject: string | undefined, details: Record<string, unknown>) => void;
  progress: (progress: CatalogueProgress) => void;
}

/** The offers this shop sells. Prices are reckoned when they are read: a new rate changes all of them at once. */
export interface Catalogue extends Players {
  /** Throws `sync_unavailable`, `catalogue_busy`, or what kept the partner from answering. */
  sync(): Promise<Output<'catalogue.sync'>>;
  /** Throws `catalogue_busy`. */
  importIds(asked: ParsedInput<'catalogue.import'>): Promise<Output<'catalogue.import'>>;
  search(asked: ParsedInput<'catalogue.search'>): Output<'catalogue.search'>;
  products(asked: ParsedInput<'catalogue.products'>): Output<'catalogue.products'>;
  /** Throws `offer_not_found`. */
  get(asked: ParsedInput<'catalogue.get'>): Promise<Output<'catalogue.get'>>;
  /** Throws `offer_not_found`, and `invalid_input` for a price that cannot be paid in the shop's currency. */
  save(asked: ParsedInput<'catalogue.save'>): Output<'catalogue.save'>;
  /** Also what is hidden or gone. */
  find(offerId: OfferId): Offer | undefined;
  /** The partner was asked for today's cost, by whoever needed it. */
  noteCost(offerId: OfferId, cost: Decimal, currency: string): void;
  markGone(offerId: OfferId): void;
  /** What offers cost in. */
  currencies(): Output<'catalogue.currencies'>['currencies'];
  /** How many offers the partner still sells. */
  size(): number;
}

export function createCatalogue({
  db,
  clock,
  partner,
  settings,
  audit,
  progress,
}: CatalogueNeeds): Catalogue {
  const shelf = createShelf(db);
  let isBusy = false;

  function stored(offerId: OfferId): StoredOffer {
    const offer = findOffer(db, offerId);
    if (!offer) throw new TillError('offer_not_found', 'This shop does not know the offer.', { offerId });
    return offer;
  }

  async function alone<T>(work: (report: ProgressReport) => Promise<T>): Promise<T> {
    if (isBusy) throw new TillError('catalogue_busy', 'The catalogue is being read already.');
    isBusy = true;
    try {
      return await withProgress(clock, progress, ({ step }) =>
        work({
          step(done, total) {
            shelf.changed();
            step(done, total);
          },
        }),
      );
    } finally {
      isBusy = false;
      shelf.changed();
    }
  }

  function noteCost(offerId: OfferId, cost: Decimal, currency: string): void {
    const wasGone = findOffer(db, offerId)?.gone === true;
    learnCost(db, offerId, cost, currency, clock.now());
    if (wasGone) shelf.changed();
  }

  function markGone(offerId: OfferId): void {
    learnGone(db, offerId, clock.now());
    shelf.changed();
  }

  return {
    ...createPlayers({ clock, partner, offer: stored }),

    sync: () =>
      alone(async report => {
        const synced = await syncCatalogue({ db, clock, partner, report });
        const added = synced.added + (await learnStars(db, clock, partner));
        shelf.changed();
        const answer = { added, updated: synced.updated, gone: synced.gone, total: shelf.size() };
        audit('catalogue.synced', undefined, { ...answer, complete: synced.complete });
        return answer;
      }),

    importIds: ({ offerIds }) =>
      alone(async report => {
        const imported = await importOffers({ db, clock, partner, report }, offerIds);
        const counts = { added: imported.added.length, failed: imported.failed.length };
        audit('catalogue.imported', undefined, counts);
        return imported;
      }),

    search(asked) {
      const { offers, total } = searchOffers(db, asked);
      const rules = settings();
      return { offers: offers.map(offer => toOffer(offer, rules)), total };
    },

    products: shelf.products,

    async get({ offerId, fresh }) {
      stored(offerId);
      if (fresh) {
        const result = await partner.offer(offerId);
        if (result.kind === 'ok') noteCost(offerId, result.value.price, result.value.currency);
        else if (result.kind === 'refused' && result.code === 'OFFER_NOT_FOUND') markGone(offerId);
      }
      return { offer: toOffer(stored(offerId), settings()) };
    },

    save({ offerId, ownPrice, hidden }) {
      const known = stored(offerId);
      if (typeof ownPrice === 'string') checkOwnPrice(ownPrice, settings().shop.currency);
      const decided = {
        ownPrice: ownPrice === undefined ? known.ownPrice : ownPrice,
        hidden: hidden ?? known.hidden,
      };
      db.transaction(() => {
        const learned = writeIfChanged(db, known, { ...known, ...decided, updatedAt: clock.now() });
        if (learned !== 'same') audit('catalogue.saved', String(offerId), decided);
      }).immediate();
      shelf.changed();
      return { offer: toOffer(stored(offerId), settings()) };
    },

    find(offerId) {
      const offer = findOffer(db, offerId);
      return offer && toOffer(offer, settings());
    },

    currencies: () => costCurrencies(db),
    noteCost,
    markGone,
    size: shelf.size,
  };
}

function checkOwnPrice(price: Decimal, currency: string): void {
  if (isPositive(price) && fitsCurrency(price, currency)) return;
  throw new TillError('invalid_input', 'This price cannot be paid in the currency of the shop.', {
    field: 'ownPrice',
    price,
    currency,
  });
}
