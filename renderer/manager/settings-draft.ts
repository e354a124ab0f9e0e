import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../shared/contract/terminal.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { type Answered, answered, asking, UNASKED } from '../answered.ts';
import type { Bridge, CallError } from '../bridge.ts';

type Patch = Input<'settings.save'>;

export interface DraftState<D> {
  /** What the till has. */
  stored: Answered<Output<'settings.get'>>;
  /** What the form shows; null until the till has answered. */
  draft: D | null;
  /** The form differs from what the till has. */
  isChanged: boolean;
  isSaving: boolean;
  /** Why the last save was refused. */
  failure: CallError | null;
  load: () => Promise<void>;
  change: (part: Partial<D>) => void;
  discard: () => void;
  /** Saves what differs; resolves to whether it was taken. */
  save: () => Promise<boolean>;
}

const FRESH = { stored: UNASKED, draft: null, isChanged: false, isSaving: false, failure: null } as const;

/**
 * A part of the settings as a form: changed freely, then saved at once or discarded. A draft outlives a look at another
 * tab, and is dropped when the till is locked. `tidy` takes out what is only there while someone types.
 */
export function settingsDraft<D extends Patch>(
  pick: (settings: Settings) => D,
  tidy: (draft: D) => D = same,
) {
  return (bridge: Bridge): StoreApi<DraftState<D>> => {
    const store = createStore<DraftState<D>>()((set, get) => {
      const take = (value: Output<'settings.get'>) =>
        set({
          stored: { value, error: null, isAsking: false },
          draft: pick(value.settings),
          isChanged: false,
        });
      const saved = (): D | null => {
        const { value } = get().stored;
        return value && pick(value.settings);
      };
      return {
        ...FRESH,
        async load() {
          set({ stored: asking(get().stored) });
          const answer = await bridge.call('settings.get', {});
          if (answer.ok && !get().isChanged) take(answer.value);
          else set({ stored: answered(get().stored, answer) });
        },
        change(part) {
          const { draft } = get();
          const before = saved();
          if (!draft || !before) return;
          const next = { ...draft, ...part };
          set({ draft: next, isChanged: !isSame(tidy(next), before), failure: null });
        },
        discard: () => set({ draft: saved(), isChanged: false, failure: null }),
        async save() {
          const { draft, isSaving } = get();
          const before = saved();
          if (!draft || !before || isSaving) return false;
          set({ isSaving: true, failure: null });
          const answer = await bridge.call('settings.save', difference(before, tidy(draft)));
          set({ isSaving: false, failure: answer.ok ? null : answer.error });
          if (answer.ok) take(answer.value);
          return answer.ok;
        },
      };
    });
    bridge.on(event => {
      if (event.name === 'session.changed' && !event.payload.staff) store.setState(FRESH);
    });
    return store;
  };
}

const same = <D>(draft: D): D => draft;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function difference<D extends Patch>(before: D, after: D): Patch {
  const keys = Object.keys(after) as (keyof Patch)[];
  return Object.fromEntries(
    keys.filter(key => !isSame(before[key], after[key])).map(key => [key, after[key]]),
  );
}
