import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UpdateStatus } from '../shared/contract/updates.ts';
import { type Answered, answered, asking, UNASKED } from './answered.ts';
import type { Bridge } from './bridge.ts';

export interface UpdateState {
  /** What the till said last, asked or not. */
  updates: Answered<UpdateStatus>;
  load: () => Promise<void>;
  /** Looks for a newer version now. */
  look: () => Promise<void>;
  agree: (version: string, install: boolean) => Promise<void>;
}

/** Newer versions of the program, and whether one of them is installed at the next start. */
export function createUpdateStore(bridge: Bridge): StoreApi<UpdateState> {
  const store = createStore<UpdateState>()((set, get) => {
    const showing = async (answer: Promise<Parameters<typeof answered<UpdateStatus>>[1]>) => {
      set({ updates: asking(get().updates) });
      const given = await answer;
      set({ updates: answered(get().updates, given) });
    };
    return {
      updates: UNASKED,
      load: () => showing(bridge.call('updates.get', {})),
      look: () => showing(bridge.call('updates.look', {})),
      agree: (version, install) => showing(bridge.call('updates.agree', { version, install })),
    };
  });
  bridge.on(event => {
    if (event.name !== 'updates.changed') return;
    store.setState({ updates: { ...store.getState().updates, value: event.payload, error: null } });
  });
  return store;
}
