import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '../../../shared/contract.ts';
import { type Answered, answered, asking, UNASKED } from '../../answered.ts';
import type { Bridge } from '../../bridge.ts';

export interface AuditState {
  list: Answered<Output<'audit.list'>>;
  isLoadingMore: boolean;
  verified: Answered<Output<'audit.verify'>>;
  load: () => Promise<void>;
  loadMore: () => Promise<void>;
  verify: () => Promise<void>;
}

const PAGE = 100;

/** What was done at this till, newest first, and whether it is still what was written. */
export function createAuditStore(bridge: Bridge): StoreApi<AuditState> {
  return createStore<AuditState>()((set, get) => ({
    list: UNASKED,
    isLoadingMore: false,
    verified: UNASKED,
    async load() {
      set({ list: asking(get().list), verified: UNASKED });
      set({ list: answered(get().list, await bridge.call('audit.list', { limit: PAGE })) });
    },
    async loadMore() {
      const { list, isLoadingMore } = get();
      if (!list.value?.nextCursor || isLoadingMore || list.error) return;
      set({ isLoadingMore: true });
      const { entries, nextCursor } = list.value;
      const answer = await bridge.call('audit.list', { limit: PAGE, cursor: nextCursor });
      const page = answer.ok
        ? { ok: true as const, value: { ...answer.value, entries: [...entries, ...answer.value.entries] } }
        : answer;
      set({ list: answered(list, page), isLoadingMore: false });
    },
    async verify() {
      set({ verified: asking(get().verified) });
      set({ verified: answered(UNASKED, await bridge.call('audit.verify', {})) });
    },
  }));
}
