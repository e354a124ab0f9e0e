import { DatabaseBackup, HardDriveDownload } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupList } from '../../recovery/backup-list.tsx';
import { createRestoreStore } from '../../recovery/restore-store.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateTime, TimeAgo } from '../../ui/moment.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useToast } from '../../ui/toast.tsx';

/** The backups of this till: when the last one was made, making one, and putting one back. */
export function BackupsTab() {
  const { t } = useTranslation('manager');
  const toast = useToast();
  const { load, create } = useStoreOf(createRestoreStore).getState();
  const { backups, isCreating, failure } = useFrom(createRestoreStore, state => state);
  const error = useFrom(createTerminalStore, state => state.status?.backup.error);

  useEffect(() => void load(), [load]);

  async function backUp() {
    if (await create()) toast('good', 'manager:backups.made');
  }
  const shown = failure ?? error;
  return (
    <div className="flex h-full flex-col gap-4 overflow-y-auto pb-5">
      {shown && <ErrorNotice error={shown} />}
      <Card
        title={t('backups.title')}
        actions={
          <Button look="primary" icon={DatabaseBackup} isPending={isCreating} onPress={() => void backUp()}>
            {t('backups.now')}
          </Button>
        }
      >
        <LastOne />
        <p className="text-muted">{t('backups.text')}</p>
        <Shown of={backups} onRetry={() => void load()}>
          {all =>
            all.length > 0 ? (
              <BackupList backups={all} mayRestore />
            ) : (
              <EmptyState icon={HardDriveDownload} title={t('backups.empty')} />
            )
          }
        </Shown>
      </Card>
    </div>
  );
}

function LastOne() {
  const { t } = useTranslation('manager');
  const newestAt = useFrom(createTerminalStore, state => state.status?.backup.newestAt);
  if (!newestAt) return null;
  return (
    <p className="text-lg">
      {t('backups.last')} <DateTime at={newestAt} /> (<TimeAgo at={newestAt} />)
    </p>
  );
}
