import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '../../../shared/contract.ts';
import type { Bridge, CallError } from '../../bridge.ts';

export type Intake =
  | { kind: 'sync'; brought: Output<'catalogue.sync'> }
  | { kind: 'import'; brought: Output<'catalogue.import'> };

export interface IntakeState {
  /** What is under way; it goes on whatever screen is looked at. */
  working: Intake['kind'] | null;
  /** What the last one brought, until it has been seen. */
  last: Intake | null;
  failure: CallError | null;
  sync: () => Promise<void>;
  importIds: (offerIds: string) => Promise<void>;
  dismiss: () => void;
}

/** How offers come into the catalogue. */
export function createIntakeStore(bridge: Bridge): StoreApi<IntakeState> {
  return createStore<IntakeState>()((set, get) => {
    async function work(kind: Intake['kind'], bring: () => Promise<Brought>): Promise<void> {
      if (get().working) return;
      set({ working: kind, last: null, failure: null });
      const brought = await bring();
      if (brought.ok) set({ working: null, last: brought.intake });
      else set({ working: null, failure: brought.error });
    }
    return {
      working: null,
      last: null,
      failure: null,
      sync: () =>
        work('sync', async () => {
          const answer = await bridge.call('catalogue.sync', {});
          return answer.ok ? { ok: true, intake: { kind: 'sync', brought: answer.value } } : answer;
        }),
      importIds: offerIds =>
        work('import', async () => {
          const answer = await bridge.call('catalogue.import', { offerIds });
          return answer.ok ? { ok: true, intake: { kind: 'import', brought: answer.value } } : answer;
        }),
      dismiss: () => set({ last: null, failure: null }),
    };
  });
}

type Brought = { ok: true; intake: Intake } | { ok: false; error: CallError };
