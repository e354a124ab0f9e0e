import { RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TimeAgo } from '../../ui/moment.tsx';
import { Money } from '../../ui/money.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusLabel } from '../../ui/status-label.tsx';

/** What the shop can still spend, as the partner last said. */
export function AccountCard() {
  const { t } = useTranslation('manager');
  const { balance, balanceError, refreshBalance } = useFrom(createTerminalStore, state => state);
  const [isAsking, setAsking] = useState(false);

  async function refresh() {
    setAsking(true);
    await refreshBalance(true);
    setAsking(false);
  }

  return (
    <Card
      title={t('account.title')}
      actions={
        <Button icon={RefreshCw} isPending={isAsking} onPress={() => void refresh()}>
          {t('account.refresh')}
        </Button>
      }
    >
      {balanceError && <ErrorNotice error={balanceError} />}
      {balance ? (
        <dl className="flex flex-wrap items-end gap-x-12 gap-y-3">
          <Figure name={t('account.available')} look={`text-3xl ${balance.low ? 'text-warn' : ''}`}>
            <Money amount={balance.balance} currency={balance.currency} />
          </Figure>
          <Figure name={t('account.reserved')} look="text-xl">
            <Money amount={balance.reserved} currency={balance.currency} />
          </Figure>
          <Figure name={t('account.asOf')} look="text-xl">
            <TimeAgo at={balance.asOf} />
          </Figure>
        </dl>
      ) : (
        !balanceError && <Skeleton className="h-16 w-72" />
      )}
      {balance && (balance.low || balance.stale || balance.postpaid) && (
        <div className="flex flex-wrap gap-2">
          {balance.low && <StatusLabel tone="warn">{t('account.low')}</StatusLabel>}
          {balance.stale && <StatusLabel tone="warn">{t('account.stale')}</StatusLabel>}
          {balance.postpaid && <StatusLabel tone="info">{t('account.postpaid')}</StatusLabel>}
        </div>
      )}
    </Card>
  );
}

function Figure({ name, look, children }: { name: string; look: string; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="text-muted">{name}</dt>
      <dd className={`digits font-semibold ${look}`}>{children}</dd>
    </div>
  );
}
