import { DownloadCloud, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { IntakeResult } from './intake-result.tsx';
import { createIntakeStore } from './intake-store.ts';

/** Brings offers in, shows how far it is, and what came of it. `onBrought`: there may be new ones to show. */
export function IntakeBar({ onBrought }: { onBrought: () => void }) {
  const { t } = useTranslation('manager');
  const { sync, importIds } = useStoreOf(createIntakeStore).getState();
  const working = useFrom(createIntakeStore, state => state.working);
  const failure = useFrom(createIntakeStore, state => state.failure);
  const size = useFrom(createTerminalStore, state => state.status?.catalogueSize ?? 0);
  const refresh = useFrom(createTerminalStore, state => state.refresh);
  const [isImporting, setImporting] = useState(false);

  async function bring(work: Promise<void>) {
    setImporting(false);
    await work;
    onBrought();
    await refresh();
  }

  const importButton = (
    <Button icon={ListPlus} isDisabled={working !== null} onPress={() => setImporting(true)}>
      {t('catalogue.import')}
    </Button>
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p className="flex-1 text-lg font-semibold">{t('catalogue.size', { count: size })}</p>
        {importButton}
        <Button
          icon={DownloadCloud}
          isPending={working === 'sync'}
          isDisabled={working === 'import'}
          onPress={() => void bring(sync())}
        >
          {t('catalogue.sync')}
        </Button>
      </div>
      {working && (
        <IntakeProgress label={t(working === 'sync' ? 'catalogue.syncing' : 'catalogue.importing')} />
      )}
      {failure && (
        <ErrorNotice
          error={failure}
          {...(failure.code === 'sync_unavailable' ? { actions: importButton } : {})}
        />
      )}
      <IntakeResult />
      {isImporting && (
        <ImportDialog onImport={ids => void bring(importIds(ids))} onClose={() => setImporting(false)} />
      )}
    </>
  );
}

function IntakeProgress({ label }: { label: string }) {
  const progress = useFrom(createTerminalStore, state => state.catalogue);
  const { done, total } = progress?.running ? progress : { done: 0, total: null };
  return <Progress label={label} done={done} total={total} />;
}
