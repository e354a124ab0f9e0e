import { createStore } from 'zustand/vanilla';
import type { Input } from '../../shared/contract.ts';
import { type Answered, answered, asking, UNASKED } from '../answered.ts';
import type { Bridge } from '../bridge.ts';
import { belongsTo, FILTERS, type ShownOrders } from './order-filters.ts';
import { type ListedOrders, withChanged, withPage } from './order-rows.ts';

export interface OrdersState {
  shown: ShownOrders;
  query: string;
  list: Answered<ListedOrders>;
  isLoadingMore: boolean;
  /** The order that is open beside the list. */
  selectedId: string | null;
  load: () => Promise<void>;
  loadMore: () => Promise<void>;
  show: (shown: ShownOrders) => void;
  /** Searches in a moment, when the person pauses. */
  type: (query: string) => void;
  /** Enter, which is how a scanner ends: searches all orders at once, and opens the order where there is only one. */
  submit: (query: string) => Promise<void>;
  select: (orderId: string | null) => void;
}

const PAUSE_MS = 250;
const FRESH = { shown: 'all', query: '', list: UNASKED, isLoadingMore: false, selectedId: null } as const;

/** The list of orders as one person looks at it; kept up to date by events, and forgotten when the till is locked. */
export function createOrdersStore(bridge: Bridge) {
  let lastAsked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const store = createStore<OrdersState>()((set, get) => {
    const search = (): Input<'orders.list'> => {
      const { shown, query } = get();
      const state = FILTERS[shown];
      return { ...(state ? { state } : {}), ...(query.trim() ? { query: query.trim() } : {}) };
    };
    return {
      ...FRESH,
      async load() {
        clearTimeout(pause);
        const asked = ++lastAsked;
        set({ list: asking(get().list), isLoadingMore: false });
        const answer = await bridge.call('orders.list', search());
        if (asked === lastAsked) set({ list: answered(get().list, answer) });
      },
      async loadMore() {
        const { list, isLoadingMore } = get();
        if (!list.value?.nextCursor || list.isAsking || isLoadingMore || list.error) return;
        const asked = lastAsked;
        set({ isLoadingMore: true });
        const answer = await bridge.call('orders.list', { ...search(), cursor: list.value.nextCursor });
        const before = get().list;
        if (asked !== lastAsked || !before.value) return;
        const page = answer.ok ? { ok: true as const, value: withPage(before.value, answer.value) } : answer;
        set({ list: answered(before, page), isLoadingMore: false });
      },
      show(shown) {
        set({ shown, list: UNASKED });
        void get().load();
      },
      type(query) {
        set({ query });
        clearTimeout(pause);
        pause = setTimeout(() => void get().load(), PAUSE_MS);
      },
      async submit(query) {
        set({ query, shown: query.trim() ? 'all' : get().shown });
        await get().load();
        const { orders = [] } = get().list.value ?? {};
        const [only] = orders;
        if (only && orders.length === 1 && query.trim()) get().select(only.id);
      },
      select: selectedId => set({ selectedId }),
    };
  });

  bridge.on(event => {
    const { list, shown, query, load } = store.getState();
    if (event.name === 'session.changed' && !event.payload.staff) {
      lastAsked++;
      clearTimeout(pause);
      store.setState(FRESH);
    } else if (event.name === 'resync' && list.value) void load();
    else if (event.name === 'orders.changed' && list.value) {
      const belongs = belongsTo.bind(null, shown);
      const value = withChanged(list.value, event.payload.orders, belongs, query.trim() === '');
      store.setState({ list: { ...list, value } });
    }
  });
  return store;
}
