import { FileClock, ShieldCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../shared/contract/records.ts';
import type { Output } from '../../../shared/contract.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateTime } from '../../ui/moment.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { Shown } from '../../ui/shown.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { actionText } from './action-text.ts';
import { isSayable } from './audit-details.ts';
import { createAuditStore } from './audit-store.ts';
import { detailsText } from './details-text.ts';

const ROW_PX = 76;

/** Everything that was done at this till, and the proof that nobody changed it since. */
export function AuditTab() {
  const { t } = useTranslation('manager');
  const { load, verify } = useStoreOf(createAuditStore).getState();
  const { list, verified } = useFrom(createAuditStore, state => state);
  useEffect(() => void load(), [load]);
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="text-xl font-semibold">{t('audit.title')}</h2>
          <p className="text-muted">{t('audit.text')}</p>
        </div>
        <Button icon={ShieldCheck} isPending={verified.isAsking} onPress={() => void verify()}>
          {t('audit.verify')}
        </Button>
      </div>
      {verified.error && <ErrorNotice error={verified.error} />}
      {verified.value && <Verdict verdict={verified.value} />}
      <Shown of={list} onRetry={() => void load()}>
        {({ entries }) => <Entries entries={entries} />}
      </Shown>
    </div>
  );
}

function Verdict({ verdict }: { verdict: Output<'audit.verify'> }) {
  const { t } = useTranslation('manager');
  if (verdict.ok) return <Notice tone="good" title={t('audit.intact', { count: verdict.entries })} />;
  return (
    <Notice tone="bad" title={t('audit.broken', { seq: verdict.brokenAt ?? verdict.entries })}>
      {t('audit.brokenText')}
    </Notice>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('manager');
  const { loadMore } = useStoreOf(createAuditStore).getState();
  if (entries.length === 0) return <EmptyState icon={FileClock} title={t('audit.empty')} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-t-card border border-b-0 border-line bg-surface">
      <VirtualList
        isReadOnly
        label={t('audit.title')}
        items={entries}
        itemKey={({ seq }) => seq}
        estimatedHeight={ROW_PX}
        onEndReached={() => void loadMore()}
        render={entry => <EntryRow entry={entry} />}
      />
    </div>
  );
}

function EntryRow({ entry: { seq, at, staffName, action, subject, details } }: { entry: AuditEntry }) {
  const { t } = useTranslation(['manager', 'orders', 'common', 'printFailures']);
  const whom = subject !== undefined && subject !== staffName && isSayable(subject) ? subject : '';
  const about = [whom, detailsText(t, details)].filter(Boolean).join(' · ');
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] gap-x-4 border-b border-line px-4 py-3">
      <p className="digits text-muted">{t('audit.number', { seq })}</p>
      <p className="min-w-0">
        <span className="font-semibold">{actionText(t, action, details)}</span> ·{' '}
        {staffName ?? t('audit.till')}
      </p>
      {about !== '' && <p className="col-span-2 col-start-2 row-start-2 break-words text-muted">{about}</p>}
      <p className="digits col-start-3 row-start-1 text-muted">
        <DateTime at={at} />
      </p>
    </div>
  );
}
