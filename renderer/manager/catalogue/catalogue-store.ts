import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Offer } from '../../../shared/contract/catalogue.ts';
import type { Input } from '../../../shared/contract.ts';
import { type Answered, answered, asking, UNASKED } from '../../answered.ts';
import type { Bridge, CallError } from '../../bridge.ts';

export interface FoundOffers {
  offers: readonly Offer[];
  total: number;
}

export interface CatalogueState {
  query: string;
  found: Answered<FoundOffers>;
  isLoadingMore: boolean;
  /** Why an offer could not be changed. */
  failure: CallError | null;
  load: () => Promise<void>;
  loadMore: () => Promise<void>;
  /** Searches in a moment, when the person pauses. */
  type: (query: string) => void;
  /** Resolves to whether it was taken. */
  change: (change: Input<'catalogue.save'>) => Promise<boolean>;
}

const PAUSE_MS = 200;
const PAGE = 100;

/** Every offer the shop knows, hidden ones too. */
export function createCatalogueStore(bridge: Bridge): StoreApi<CatalogueState> {
  let lastAsked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  return createStore<CatalogueState>()((set, get) => {
    const search = (offset: number) =>
      bridge.call('catalogue.search', {
        query: get().query.trim(),
        includeHidden: true,
        limit: PAGE,
        offset,
      });
    return {
      query: '',
      found: UNASKED,
      isLoadingMore: false,
      failure: null,
      async load() {
        clearTimeout(pause);
        const asked = ++lastAsked;
        set({ found: asking(get().found), isLoadingMore: false, failure: null });
        const answer = await search(0);
        if (asked === lastAsked) set({ found: answered(get().found, answer) });
      },
      async loadMore() {
        const { found, isLoadingMore } = get();
        const { value } = found;
        if (!value || value.offers.length >= value.total || found.isAsking || isLoadingMore || found.error)
          return;
        const asked = lastAsked;
        set({ isLoadingMore: true });
        const answer = await search(value.offers.length);
        const before = get().found;
        if (asked !== lastAsked || !before.value) return;
        const page = answer.ok ? { ok: true as const, value: withPage(before.value, answer.value) } : answer;
        set({ found: answered(before, page), isLoadingMore: false });
      },
      type(query) {
        set({ query });
        clearTimeout(pause);
        pause = setTimeout(() => void get().load(), PAUSE_MS);
      },
      async change(change) {
        set({ failure: null });
        const answer = await bridge.call('catalogue.save', change);
        if (!answer.ok) {
          set({ failure: answer.error });
          return false;
        }
        const { found } = get();
        if (found.value) set({ found: { ...found, value: withOffer(found.value, answer.value.offer) } });
        return true;
      },
    };
  });
}

function withPage(before: FoundOffers, page: FoundOffers): FoundOffers {
  const here = new Set(before.offers.map(offer => offer.offerId));
  return {
    offers: [...before.offers, ...page.offers.filter(offer => !here.has(offer.offerId))],
    total: page.total,
  };
}

function withOffer({ offers, total }: FoundOffers, changed: Offer): FoundOffers {
  return { offers: offers.map(offer => (offer.offerId === changed.offerId ? changed : offer)), total };
}
