import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StaffMember } from '../../../shared/contract/common.ts';
import type { Input } from '../../../shared/contract.ts';
import { type Answered, answered, asking, UNASKED } from '../../answered.ts';
import type { Bridge, CallError } from '../../bridge.ts';

export interface StaffState {
  staff: Answered<readonly StaffMember[]>;
  isSaving: boolean;
  /** Why the last change was refused. */
  failure: CallError | null;
  load: () => Promise<void>;
  /** Resolve to whether it was taken. */
  save: (person: Input<'staff.save'>) => Promise<boolean>;
  remove: (id: string) => Promise<boolean>;
  forgetFailure: () => void;
}

/** Who may sign in at this till. */
export function createStaffStore(bridge: Bridge): StoreApi<StaffState> {
  return createStore<StaffState>()((set, get) => {
    async function change(call: () => Promise<{ ok: true } | { ok: false; error: CallError }>) {
      if (get().isSaving) return false;
      set({ isSaving: true, failure: null });
      const answer = await call();
      set({ isSaving: false, failure: answer.ok ? null : answer.error });
      if (answer.ok) await get().load();
      return answer.ok;
    }
    return {
      staff: UNASKED,
      isSaving: false,
      failure: null,
      async load() {
        set({ staff: asking(get().staff) });
        const answer = await bridge.call('staff.list', {});
        set({ staff: answered(get().staff, answer.ok ? { ok: true, value: answer.value.staff } : answer) });
      },
      save: person => change(() => bridge.call('staff.save', person)),
      remove: id => change(() => bridge.call('staff.remove', { id })),
      forgetFailure: () => set({ failure: null }),
    };
  });
}
