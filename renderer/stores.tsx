import { createContext, type ReactNode, useContext, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from './bridge.ts';

/** Makes a screen's store. Called once for the life of the window, so a basket outlives the lock screen. */
export type StoreFactory<T> = (bridge: Bridge, stores: Stores) => StoreApi<T>;

/** One store per factory, made when first asked for. */
export class Stores {
  readonly #bridge: Bridge;
  readonly #made = new Map<StoreFactory<unknown>, StoreApi<unknown>>();

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  get<T>(factory: StoreFactory<T>): StoreApi<T> {
    const key = factory as StoreFactory<unknown>;
    const store = this.#made.get(key) ?? (factory(this.#bridge, this) as StoreApi<unknown>);
    this.#made.set(key, store);
    return store as StoreApi<T>;
  }
}

const StoresContext = createContext<Stores | null>(null);

export function StoresProvider({ bridge, children }: { bridge: Bridge; children: ReactNode }) {
  const [stores] = useState(() => new Stores(bridge));
  return <StoresContext value={stores}>{children}</StoresContext>;
}

/** The store itself, for event handlers: `useStoreOf(createBasketStore).getState()`. */
export function useStoreOf<T>(factory: StoreFactory<T>): StoreApi<T> {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('No stores: render inside <StoresProvider>.');
  return stores.get(factory);
}

/** What a container shows of a store; wrap selectors that build objects in zustand's `useShallow`. */
export function useFrom<T, S>(factory: StoreFactory<T>, select: (state: T) => S): S {
  return useStore(useStoreOf(factory), select);
}
