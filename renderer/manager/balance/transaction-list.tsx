import { ArrowDownLeft, ArrowUpRight, Inbox, KeyRound, type LucideIcon, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BalanceTransaction } from '../../../shared/contract/balance.ts';
import { isNegative } from '../../../shared/money.ts';
import { errorText } from '../../i18n/error-text.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateTime } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Shown } from '../../ui/shown.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { createManagerStore } from '../manager-store.ts';
import { createTransactionsStore, type Transactions } from './transactions-store.ts';

const KINDS = { DEPOSIT: ArrowDownLeft, PURCHASE: ArrowUpRight, REFUND: Undo2 } as const satisfies Record<
  string,
  LucideIcon
>;
const ROW_PX = 76;

/** What moved on the account; without the right to see it, what that takes. */
export function TransactionList() {
  const { t } = useTranslation('manager');
  const { load } = useStoreOf(createTransactionsStore).getState();
  const list = useFrom(createTransactionsStore, state => state.list);
  const go = useFrom(createManagerStore, state => state.go);
  const format = useFormat();
  if (list.error?.code === 'history_needs_management_token') {
    return (
      <Notice
        tone="info"
        title={errorText(format, list.error).title}
        actions={
          <Button icon={KeyRound} onPress={() => go('settings')}>
            {t('account.needsToken')}
          </Button>
        }
      >
        {errorText(format, list.error).next}
      </Notice>
    );
  }
  return (
    <Shown of={list} onRetry={() => void load()}>
      {value => <Rows list={value} />}
    </Shown>
  );
}

function Rows({ list }: { list: Transactions }) {
  const { t } = useTranslation('manager');
  const { loadMore } = useStoreOf(createTransactionsStore).getState();
  const currency = useFrom(createTerminalStore, state => state.balance?.currency);
  if (list.transactions.length === 0) return <EmptyState icon={Inbox} title={t('account.empty')} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-t-card border border-b-0 border-line bg-surface">
      <VirtualList
        isReadOnly
        label={t('account.transactions')}
        items={list.transactions}
        itemKey={({ id }) => id}
        estimatedHeight={ROW_PX}
        onEndReached={() => void loadMore()}
        render={transaction => <TransactionRow transaction={transaction} currency={currency} />}
      />
    </div>
  );
}

function TransactionRow(props: { transaction: BalanceTransaction; currency: string | undefined }) {
  const { transaction, currency } = props;
  const { type, description, amount, balanceAfter, createdAt } = transaction;
  const { t } = useTranslation('manager');
  const format = useFormat();
  const money = (value: string) => (currency ? format.money(value, currency) : format.number(value));
  const kind = isKind(type) ? type : undefined;
  const Icon = kind ? KINDS[kind] : ArrowUpRight;
  const isIncoming = !isNegative(amount);
  return (
    <div className="flex items-center gap-4 border-b border-line px-4 py-3">
      <Icon aria-hidden className={`size-6 shrink-0 ${isIncoming ? 'text-good' : 'text-muted'}`} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{kind ? t(`account.type.${kind}`) : type}</p>
        <p className="truncate text-muted">{description}</p>
      </div>
      <p className="digits text-muted">
        <DateTime at={createdAt} />
      </p>
      <div className="digits w-44 text-right">
        <p className={`text-lg font-semibold ${isIncoming ? 'text-good' : ''}`}>
          {isIncoming && '+'}
          {money(amount)}
        </p>
        <p className="text-muted">{t('account.after', { amount: money(balanceAfter) })}</p>
      </div>
    </div>
  );
}

const isKind = (type: string): type is keyof typeof KINDS => Object.hasOwn(KINDS, type);
