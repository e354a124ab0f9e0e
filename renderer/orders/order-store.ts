import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Order } from '../../shared/contract/orders.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import type { Output } from '../../shared/contract.ts';
import type { Decision } from '../../shared/order-state.ts';
import { type Answered, answered, asking, UNASKED } from '../answered.ts';
import type { Bridge, CallError } from '../bridge.ts';
import { KEY_SHOWN_FOR_MS } from '../ui/key-shown-for.ts';

/** Everything there is to know about one order, and the sale it belongs to. */
export interface OrderFile {
  order: Order;
  history: Output<'orders.get'>['history'];
  sale: Output<'sales.get'>['sale'];
  saleOrders: readonly Order[];
  /** What the shop reckons cost currencies at; empty where nothing has to be reckoned. */
  rates: Settings['rates'];
}

export type OrderAct = Decision | 'refund' | 'reveal' | 'printKey' | 'printSale';

export interface OrderState {
  orderId: string | null;
  file: Answered<OrderFile>;
  /** What is being done just now. */
  acting: OrderAct | null;
  /** Why the last thing that was tried did not work. */
  failure: CallError | null;
  /** The key while it is in sight, and until when. Nothing else ever holds it. */
  key: { text: string; until: number } | null;
  open: (orderId: string) => Promise<void>;
  load: () => Promise<void>;
  close: () => void;
  /** Resolves to what became of it; undefined where it was refused, and `failure` says why. */
  decide: (decision: Decision) => Promise<Output<'orders.decide'> | undefined>;
  refund: (reference: string) => Promise<Output<'sales.refund'> | undefined>;
  printKey: () => Promise<Output<'orders.reprint'> | undefined>;
  printSale: () => Promise<Output<'printer.printSale'> | undefined>;
  reveal: () => Promise<void>;
  hideKey: () => void;
}

type Told<V> = { ok: true; value: V } | { ok: false; error: CallError };

const CLOSED = { orderId: null, file: UNASKED, acting: null, failure: null, key: null } as const;

/** One order that a person looks at, kept up to date by events, and what they do about it. */
export function createOrderStore(bridge: Bridge): StoreApi<OrderState> {
  let lastAsked = 0;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  const store = createStore<OrderState>()((set, get) => {
    const hideKey = () => {
      clearTimeout(hiding);
      set({ key: null });
    };

    /** One act at a time; what it brings is for the order that was open when it began. */
    async function act<V>(
      name: OrderAct,
      call: (orderId: string, file: OrderFile) => Promise<Told<V>>,
    ): Promise<V | undefined> {
      const { orderId, file, acting } = get();
      if (!orderId || !file.value || acting) return undefined;
      set({ acting: name, failure: null });
      const answer = await call(orderId, file.value);
      if (get().orderId !== orderId) return undefined;
      set({ acting: null, failure: answer.ok ? null : answer.error });
      return answer.ok ? answer.value : undefined;
    }

    const reloaded = async <T>(done: T): Promise<T> => {
      if (done !== undefined) await get().load();
      return done;
    };

    return {
      ...CLOSED,
      hideKey,
      async open(orderId) {
        if (orderId === get().orderId) return get().load();
        hideKey();
        set({ ...CLOSED, orderId });
        await get().load();
      },
      async load() {
        const { orderId } = get();
        if (!orderId) return;
        const asked = ++lastAsked;
        set({ file: asking(get().file) });
        const answer = await readFile(bridge, orderId);
        if (asked === lastAsked) set({ file: answered(get().file, answer) });
      },
      close() {
        lastAsked++;
        hideKey();
        set(CLOSED);
      },
      decide: async decision =>
        reloaded(await act(decision, orderId => bridge.call('orders.decide', { orderId, decision }))),
      refund: async reference =>
        reloaded(
          await act('refund', orderId =>
            bridge.call('sales.refund', { orderId, ...(reference.trim() ? { reference } : {}) }),
          ),
        ),
      printKey: () => act('printKey', orderId => bridge.call('orders.reprint', { orderId })),
      printSale: () =>
        act('printSale', (_, { order }) => bridge.call('printer.printSale', { saleId: order.saleId })),
      async reveal() {
        const shown = await act('reveal', orderId => bridge.call('orders.revealKey', { orderId }));
        if (!shown) return;
        clearTimeout(hiding);
        hiding = setTimeout(hideKey, KEY_SHOWN_FOR_MS);
        set({ key: { text: shown.key, until: Date.now() + KEY_SHOWN_FOR_MS } });
        await get().load();
      },
    };
  });

  bridge.on(event => {
    const { orderId, file, load, close } = store.getState();
    if (event.name === 'session.changed' && !event.payload.staff) close();
    else if (event.name === 'resync') void load();
    else if (event.name === 'orders.changed') {
      const isOfThisSale = ({ id, saleId }: Order) => id === orderId || saleId === file.value?.order.saleId;
      if (event.payload.orders.some(isOfThisSale)) void load();
    }
  });
  return store;
}

async function readFile(bridge: Bridge, orderId: string): Promise<Told<OrderFile>> {
  const one = await bridge.call('orders.get', { orderId });
  if (!one.ok) return one;
  const all = await bridge.call('sales.get', { saleId: one.value.order.saleId });
  if (!all.ok) return all;
  const rates = one.value.order.quotedCost === undefined ? {} : await readRates(bridge);
  return { ok: true, value: { ...one.value, sale: all.value.sale, saleOrders: all.value.orders, rates } };
}

/** Without rates an order is still shown and decided, in the partner's money alone. */
async function readRates(bridge: Bridge): Promise<Settings['rates']> {
  const answer = await bridge.call('settings.get', {});
  return answer.ok ? answer.value.settings.rates : {};
}
