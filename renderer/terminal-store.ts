import { createStore } from 'zustand/vanilla';
import type { Balance } from '../shared/contract/balance.ts';
import type { CatalogueProgress } from '../shared/contract/catalogue.ts';
import type { TerminalStatus } from '../shared/contract/terminal.ts';
import type { Bridge, BridgeEvent, CallError } from './bridge.ts';

export interface TerminalState {
  /** Null until the till has first answered. */
  status: TerminalStatus | null;
  /** Null until known, and while nobody is signed in. */
  balance: Balance | null;
  balanceError: CallError | null;
  /** A catalogue sync or import that is under way, or the last one that was. */
  catalogue: CatalogueProgress | null;
  /** Why the till does not answer; `status` is then what it last said. */
  error: CallError | null;
  /** The till has gone silent: `status` may no longer be so. */
  isLost: boolean;
  /** Asks for the status again: after settings were saved, say. */
  refresh: () => Promise<void>;
  refreshBalance: (fresh: boolean) => Promise<void>;
  lock: () => Promise<void>;
}

/** What the whole till is doing, as every screen sees it: asked once, then kept up to date by events. */
export function createTerminalStore(bridge: Bridge) {
  let lastAsked = 0;
  const store = createStore<TerminalState>()((set, get) => ({
    status: null,
    balance: null,
    balanceError: null,
    catalogue: null,
    error: null,
    isLost: false,
    async refresh() {
      const asked = ++lastAsked;
      const answer = await bridge.call('terminal.status', {});
      if (asked !== lastAsked) return;
      if (!answer.ok) return set({ error: answer.error });
      const signedInBefore = get().status?.session?.staff.id;
      set({ status: answer.value, error: null });
      if (answer.value.session && answer.value.session.staff.id !== signedInBefore) {
        await get().refreshBalance(false);
      }
    },
    async refreshBalance(fresh) {
      const answer = await bridge.call('balance.get', { fresh });
      if (answer.ok) set({ balance: answer.value, balanceError: null });
      else set({ balanceError: answer.error });
    },
    async lock() {
      const answer = await bridge.call('session.signOut', {});
      if (answer.ok) await get().refresh();
      else set({ error: answer.error });
    },
  }));

  bridge.on(event => heed(event, store.getState, store.setState));
  void store.getState().refresh();
  return store;
}

function heed(
  event: BridgeEvent,
  get: () => TerminalState,
  set: (change: Partial<TerminalState>) => void,
): void {
  const setStatus = (change: Partial<TerminalStatus>) => {
    const { status } = get();
    if (status) set({ status: { ...status, ...change } });
  };
  switch (event.name) {
    case 'lost':
      set({ isLost: true });
      break;
    case 'resync':
      set({ isLost: false });
      void get().refresh();
      break;
    case 'session.changed':
      if (!event.payload.staff) set({ balance: null, balanceError: null });
      void get().refresh();
      break;
    case 'balance.changed':
      set({ balance: event.payload, balanceError: null });
      break;
    case 'catalogue.progress':
      set({ catalogue: event.payload });
      break;
    case 'connection.changed':
      setStatus({ connection: event.payload });
      break;
    case 'storage.changed':
      setStatus({ storage: event.payload });
      break;
    case 'printer.changed':
      setStatus({ printer: event.payload });
      break;
    case 'backup.changed':
      setStatus({ backup: event.payload });
      break;
    case 'orders.changed':
      setStatus({ queue: event.payload.queue });
  }
}
