import { isReachable } from '../../shared/sale-outcome.ts';
import { useFrom, useStoreOf } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import type { TillState } from './state.ts';
import { createTillStore } from './till-store.ts';

/** What a part of the selling screen shows. */
export const useTill = <S>(select: (state: TillState) => S): S => useFrom(createTillStore, select);

type Actions = {
  [K in keyof TillState as TillState[K] extends (...given: never[]) => unknown ? K : never]: TillState[K];
};

/** What the cashier can do; the same object for as long as the window lives. */
export const useTillActions = (): Actions => useStoreOf(createTillStore).getInitialState();

export const useCurrency = (): string =>
  useFrom(createTerminalStore, state => state.status?.shop?.currency ?? 'USD');

export const useIsManager = (): boolean =>
  useFrom(createTerminalStore, state => state.status?.session?.staff.role === 'manager');

/** Nothing is known against it before the till has said anything. */
export const useIsReachable = (): boolean =>
  useFrom(createTerminalStore, ({ status }) => !status || isReachable(status.connection));
