import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '../../../shared/contract.ts';
import { type Answered, answered, asking, UNASKED } from '../../answered.ts';
import type { Bridge, CallError } from '../../bridge.ts';

export interface PrinterState {
  /** The print queues of this computer. */
  found: Answered<Output<'printer.list'>>;
  isTesting: boolean;
  failure: CallError | null;
  search: () => Promise<void>;
  /** Resolves to whether the page is on its way. */
  test: () => Promise<boolean>;
}

/** What there is to print on, and whether it prints. */
export function createPrinterStore(bridge: Bridge): StoreApi<PrinterState> {
  return createStore<PrinterState>()((set, get) => ({
    found: UNASKED,
    isTesting: false,
    failure: null,
    async search() {
      set({ found: asking(get().found) });
      const answer = await bridge.call('printer.list', {});
      set({ found: answered(get().found, answer) });
    },
    async test() {
      set({ isTesting: true, failure: null });
      const answer = await bridge.call('printer.test', {});
      set({ isTesting: false, failure: answer.ok ? null : answer.error });
      return answer.ok;
    },
  }));
}
