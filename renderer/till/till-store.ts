import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../bridge.ts';
import type { Stores } from '../stores.tsx';
import { createTerminalStore, type TerminalState } from '../terminal-store.ts';
import { basketSlice } from './basket/basket-slice.ts';
import { sellerSlice } from './basket/seller-slice.ts';
import { deliverySlice, heedDelivery } from './delivery/delivery-slice.ts';
import { keepSale } from './kept-sale.ts';
import { choiceSlice } from './offer/choice-slice.ts';
import { isMine, paymentSlice } from './payment/payment-slice.ts';
import { searchSlice } from './search/search-slice.ts';
import type { SliceTools, StepSlice, TillState } from './state.ts';

/** One customer at the counter, from the first product to the last key. Lives as long as the window. */
export function createTillStore(bridge: Bridge, stores: Stores) {
  const store = createStore<TillState>()((set, get) => {
    const tools: SliceTools = { bridge, get, set };
    return {
      ...stepSlice(tools),
      ...sellerSlice(tools),
      ...searchSlice(tools),
      ...choiceSlice(tools),
      ...basketSlice(tools),
      ...paymentSlice(tools),
      ...deliverySlice(tools),
    };
  });
  const meet = ({ status }: TerminalState): void => {
    if (status?.session) store.getState().meet(status.session.staff);
  };
  const terminal = stores.get(createTerminalStore);
  meet(terminal.getState());
  terminal.subscribe(meet);
  keepSale(bridge, store);
  bridge.on(event => {
    heedDelivery(event, store.getState());
    const isSignedIn = event.name === 'session.changed' && event.payload.staff !== null;
    if (event.name === 'session.changed' && event.payload.staff) store.getState().meet(event.payload.staff);
    const { attempt, chargeError, sendAgain, findOut } = store.getState();
    const isUnanswered = attempt?.state === 'unanswered' && (isSignedIn || event.name === 'resync');
    const wasLockedOut =
      isMine(store.getState()) && attempt?.state === 'undecided' && chargeError?.code === 'not_signed_in';
    if (isUnanswered || (isSignedIn && wasLockedOut)) void sendAgain();
    const isWell = event.name === 'storage.changed' && event.payload.state === 'ok';
    if (isWell || isSignedIn || event.name === 'resync') void findOut();
  });
  return store;
}

function stepSlice({ get, set }: SliceTools): StepSlice {
  return {
    step: 'browse',
    goBack() {
      const { step, product, attempt } = get();
      if (attempt) return;
      if (step === 'offer') set({ choice: null, step: product === null ? 'browse' : 'product' });
      else set({ step: 'browse', product: null });
    },
  };
}
