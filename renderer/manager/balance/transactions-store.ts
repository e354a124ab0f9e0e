import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BalanceTransaction } from '../../../shared/contract/balance.ts';
import { type Answered, answered, asking, UNASKED } from '../../answered.ts';
import type { Bridge } from '../../bridge.ts';

export interface Transactions {
  transactions: readonly BalanceTransaction[];
  total: number;
  /** The last page that is in it. */
  page: number;
}

export interface TransactionsState {
  list: Answered<Transactions>;
  isLoadingMore: boolean;
  load: () => Promise<void>;
  loadMore: () => Promise<void>;
}

const PAGE = 50;

/** What moved on the account at the partner, newest first. */
export function createTransactionsStore(bridge: Bridge): StoreApi<TransactionsState> {
  return createStore<TransactionsState>()((set, get) => {
    const read = async (page: number) => {
      const answer = await bridge.call('balance.transactions', { page, limit: PAGE });
      return answer.ok ? { ok: true as const, value: { ...answer.value, page } } : answer;
    };
    return {
      list: UNASKED,
      isLoadingMore: false,
      async load() {
        set({ list: asking(get().list) });
        set({ list: answered(get().list, await read(1)), isLoadingMore: false });
      },
      async loadMore() {
        const { list, isLoadingMore } = get();
        const before = list.value;
        if (!before || before.transactions.length >= before.total || isLoadingMore || list.error) return;
        set({ isLoadingMore: true });
        const next = await read(before.page + 1);
        set({
          list: answered(list, next.ok ? { ok: true, value: together(before, next.value) } : next),
          isLoadingMore: false,
        });
      },
    };
  });
}

/** Pages move while money does: what is there already is not shown twice. */
function together(before: Transactions, next: Transactions): Transactions {
  const here = new Set(before.transactions.map(({ id }) => id));
  const added = next.transactions.filter(({ id }) => !here.has(id));
  return { ...next, transactions: [...before.transactions, ...added] };
}
