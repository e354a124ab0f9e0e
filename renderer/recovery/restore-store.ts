import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Backup, RestoreReport } from '../../shared/contract/backup.ts';
import { type Answered, answered, asking, UNASKED } from '../answered.ts';
import type { Bridge, CallError } from '../bridge.ts';

export interface RestoreState {
  backups: Answered<readonly Backup[]>;
  isCreating: boolean;
  isRestoring: boolean;
  /** Why the last backup or restore was refused. */
  failure: CallError | null;
  /** What a restore did: stays until the person has read it. */
  report: RestoreReport | null;
  load: () => Promise<void>;
  /** Resolves to whether there is a new backup. */
  create: () => Promise<boolean>;
  restore: (name: string) => Promise<void>;
  forgetFailure: () => void;
}

/** The backups there are, and putting one of them back. */
export function createRestoreStore(bridge: Bridge): StoreApi<RestoreState> {
  return createStore<RestoreState>()((set, get) => ({
    backups: UNASKED,
    isCreating: false,
    isRestoring: false,
    failure: null,
    report: null,
    async load() {
      set({ backups: asking(get().backups) });
      const answer = await bridge.call('backup.list', {});
      set({
        backups: answered(get().backups, answer.ok ? { ok: true, value: answer.value.backups } : answer),
      });
    },
    async create() {
      if (get().isCreating) return false;
      set({ isCreating: true, failure: null });
      const answer = await bridge.call('backup.create', {});
      set({ isCreating: false, failure: answer.ok ? null : answer.error });
      if (answer.ok) await get().load();
      return answer.ok;
    },
    async restore(name) {
      if (get().isRestoring) return;
      set({ isRestoring: true, failure: null });
      const answer = await bridge.call('backup.restore', { name });
      set(
        answer.ok
          ? { isRestoring: false, report: answer.value.report }
          : { isRestoring: false, failure: answer.error },
      );
    },
    forgetFailure: () => set({ failure: null }),
  }));
}
