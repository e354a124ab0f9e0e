import type { Offer, Product } from '../../../shared/contract/catalogue.ts';
import { firstPage, hasMore, NO_PAGES, nextPage, type Page, type Paged } from '../paged.ts';
import type { SliceTools } from '../state.ts';
import { obviousResult } from './obvious-result.ts';
import { PAGE } from './shelf-page.ts';

interface Lists {
  /** Every product, as shown while nothing is searched for. */
  shelf: Paged<Product>;
  foundProducts: Paged<Product>;
  foundOffers: Paged<Offer>;
  /** The offers of the product that is open. */
  productOffers: Paged<Offer>;
}

export interface SearchSlice extends Lists {
  query: string;
  /** What `foundProducts` and `foundOffers` were found with; '' while they are not to be trusted. */
  foundFor: string;
  /** The product that is open. */
  product: string | null;
  /** Counts the times that the first result should take the focus. */
  resultsWanted: number;
  loadShelf: () => Promise<void>;
  search: (text: string) => void;
  /** Enter, or the end of a scanned code: does the obvious next thing with what was typed. */
  submitSearch: () => Promise<void>;
  searchAgain: () => void;
  openProduct: (name: string) => Promise<void>;
  loadMore: (list: keyof Lists) => Promise<void>;
}

export function searchSlice(tools: SliceTools): SearchSlice {
  const { bridge, get, set } = tools;
  let running: Promise<void> | undefined;

  const productPage = async (query: string, offset: number): Promise<Page<Product>> => {
    const answer = await bridge.call('catalogue.products', { query, offset, limit: PAGE });
    return answer.ok ? { ok: true, value: { ...answer.value, items: answer.value.products } } : answer;
  };
  const offerPage = async (
    filter: { query: string } | { product: string },
    offset: number,
  ): Promise<Page<Offer>> => {
    const answer = await bridge.call('catalogue.search', { ...filter, offset, limit: PAGE });
    return answer.ok ? { ok: true, value: { ...answer.value, items: answer.value.offers } } : answer;
  };

  /** One search at a time, and after it only the newest: fast typing never makes a queue. */
  async function find(): Promise<void> {
    running ??= (async () => {
      let found: string | undefined;
      while (found !== get().query.trim()) {
        found = get().query.trim();
        await findOnce(found);
      }
      running = undefined;
    })();
    return running;
  }

  async function findOnce(text: string): Promise<void> {
    if (text === '') return;
    const { foundProducts, foundOffers } = get();
    set({
      foundProducts: { ...foundProducts, isLoading: true },
      foundOffers: { ...foundOffers, isLoading: true },
    });
    const [products, offers] = await Promise.all([productPage(text, 0), offerPage({ query: text }, 0)]);
    set({
      foundFor: products.ok && offers.ok ? text : '',
      foundProducts: firstPage(get().foundProducts, products),
      foundOffers: firstPage(get().foundOffers, offers),
    });
  }

  /** One more page of whatever a list shows now. */
  const morePages = {
    shelf: () => productPage('', get().shelf.items.length),
    foundProducts: () => productPage(get().foundFor, get().foundProducts.items.length),
    foundOffers: () => offerPage({ query: get().foundFor }, get().foundOffers.items.length),
    productOffers: () => offerPage({ product: get().product ?? '' }, get().productOffers.items.length),
  } satisfies Record<keyof Lists, () => Promise<Page<Product> | Page<Offer>>>;

  async function loadMore<L extends keyof Lists>(list: L): Promise<void> {
    const before = get()[list];
    if (!hasMore(before)) return;
    const shown = { ...before, isLoading: true };
    set({ [list]: shown });
    const page = await morePages[list]();
    if (get()[list] !== shown) return;
    set({ [list]: nextPage(shown as Paged<unknown>, page as Page<unknown>) });
  }

  return {
    query: '',
    foundFor: '',
    product: null,
    resultsWanted: 0,
    shelf: NO_PAGES,
    foundProducts: NO_PAGES,
    foundOffers: NO_PAGES,
    productOffers: NO_PAGES,
    async loadShelf() {
      set({ shelf: { ...get().shelf, isLoading: true } });
      const page = await productPage('', 0);
      set({ shelf: firstPage(get().shelf, page) });
    },
    search(text) {
      set({ query: text, ...(text === '' ? {} : { step: 'browse', product: null, choice: null }) });
      void find();
    },
    searchAgain: () => void findOnce(get().query.trim()),
    async submitSearch() {
      const text = get().query.trim();
      if (text === '') return get().startPayment();
      await find();
      const { query, foundFor, foundProducts, foundOffers } = get();
      if (query.trim() !== text || foundFor !== text) return;
      const result = obviousResult(text, foundProducts, foundOffers);
      if (result?.offer) get().chooseOffer(result.offer);
      else if (result?.product !== undefined) await get().openProduct(result.product);
      else set({ resultsWanted: get().resultsWanted + 1 });
    },
    async openProduct(name) {
      set({ step: 'product', product: name, productOffers: { ...NO_PAGES, isLoading: true } });
      const page = await offerPage({ product: name }, 0);
      if (get().product === name) set({ productOffers: firstPage(get().productOffers, page) });
    },
    loadMore,
  };
}
