import { useEffect } from 'react';
import { useFrom } from '../../stores.tsx';
import { AccountCard } from './account-card.tsx';
import { TransactionList } from './transaction-list.tsx';
import { createTransactionsStore } from './transactions-store.ts';

/** The account at the partner: what is there, and what moved. */
export function BalanceTab() {
  const load = useFrom(createTransactionsStore, state => state.load);
  useEffect(() => void load(), [load]);
  return (
    <div className="@container flex h-full min-h-0 flex-col gap-4">
      <AccountCard />
      <TransactionList />
    </div>
  );
}
