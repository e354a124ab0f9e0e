import { ChevronDown, RefreshCw, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import type { Balance } from '../../shared/contract/balance.ts';
import { isPositive } from '../../shared/money.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button } from '../ui/button.tsx';
import { TimeAgo } from '../ui/moment.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusLabel } from '../ui/status-label.tsx';

/** What the shop can still spend at the partner; pressed, all there is to know about it. */
export function BalanceWidget() {
  const { t } = useTranslation();
  const balance = useFrom(createTerminalStore, state => state.balance);
  const error = useFrom(createTerminalStore, state => state.balanceError);
  return (
    <section aria-label={t('balance.title')} className="shrink-0">
      <DialogTrigger>
        <AriaButton className="flex min-h-14 w-71 xl:w-80 cursor-pointer items-center justify-between gap-2 rounded-control border border-line bg-raised px-3 py-1 text-left data-hovered:bg-hover">
          {balance ? (
            <Summary balance={balance} />
          ) : error ? (
            t('balance.unknown')
          ) : (
            <Skeleton className="h-10 w-32" />
          )}
          <ChevronDown aria-hidden className="size-5 shrink-0 text-muted" />
        </AriaButton>
        <Popover
          placement="bottom end"
          className="w-88 rounded-card border border-line bg-raised shadow-raised motion-safe:data-entering:animate-settle"
        >
          <Dialog aria-label={t('balance.details')} className="flex flex-col gap-4 p-5 outline-none">
            <Details balance={balance} />
            {error && <ErrorNotice error={error} />}
            <RefreshButton />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </section>
  );
}

function Summary({ balance }: { balance: Balance }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, reserved, low, stale } = balance;
  return (
    <span className="flex min-w-0 flex-col leading-snug">
      <span className="flex items-center gap-2 whitespace-nowrap">
        <span className="sr-only">{t('balance.available')}</span>
        <span className={`digits text-lg font-semibold ${low ? 'text-warn' : ''}`}>
          {format.money(balance.balance, currency)}
        </span>
        {(low || stale) && <Warning word={t(low ? 'balance.lowShort' : 'balance.staleShort')} />}
      </span>
      <span className="digits truncate text-muted">
        {t('balance.title')} ·{' '}
        {isPositive(reserved) ? (
          t('balance.reservedNow', { amount: format.money(reserved, currency) })
        ) : (
          <TimeAgo at={balance.asOf} />
        )}
      </span>
    </span>
  );
}

function Warning({ word }: { word: string }) {
  return (
    <span className="flex items-center gap-1 font-semibold text-warn">
      <TriangleAlert aria-hidden className="size-5 shrink-0" />
      {word}
    </span>
  );
}

function Details({ balance }: { balance: Balance | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queue = useFrom(createTerminalStore, state => state.status?.queue);
  const open = (queue?.waiting ?? 0) + (queue?.held ?? 0);
  return (
    <>
      {(balance?.low || balance?.stale) && (
        <div className="flex flex-wrap gap-2">
          {balance.low && <StatusLabel tone="warn">{t('balance.low')}</StatusLabel>}
          {balance.stale && <StatusLabel tone="warn">{t('balance.stale')}</StatusLabel>}
        </div>
      )}
      <dl className="flex flex-col gap-2">
        {balance && (
          <>
            <Line term={t('balance.available')}>{format.money(balance.balance, balance.currency)}</Line>
            <Line term={t('balance.reserved')}>{format.money(balance.reserved, balance.currency)}</Line>
            <Line term={t('balance.updated')}>
              <TimeAgo at={balance.asOf} />
            </Line>
          </>
        )}
        {queue && open > 0 && (
          <Line term={t('queue.open', { count: open })}>{format.price(queue.amount)}</Line>
        )}
      </dl>
      {balance?.postpaid && <p>{t('balance.postpaid')}</p>}
    </>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{term}</dt>
      <dd className="digits text-right font-semibold">{children}</dd>
    </div>
  );
}

function RefreshButton() {
  const { t } = useTranslation();
  const refreshBalance = useFrom(createTerminalStore, state => state.refreshBalance);
  const [isPending, setPending] = useState(false);
  async function refresh() {
    setPending(true);
    await refreshBalance(true);
    setPending(false);
  }
  return (
    <Button icon={RefreshCw} wide isPending={isPending} onPress={() => void refresh()}>
      {t('balance.refresh')}
    </Button>
  );
}
