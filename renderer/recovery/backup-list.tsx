import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/contract/backup.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { useStoreOf } from '../stores.tsx';
import { Button } from '../ui/button.tsx';
import { DateTime } from '../ui/moment.tsx';
import { StatusLabel } from '../ui/status-label.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { createRestoreStore } from './restore-store.ts';

/** Every backup there is, newest first; each good one can be restored by whoever may. */
export function BackupList({ backups, mayRestore }: { backups: readonly Backup[]; mayRestore: boolean }) {
  const { t } = useTranslation('recovery');
  const { forgetFailure } = useStoreOf(createRestoreStore).getState();
  const [chosen, setChosen] = useState<Backup | null>(null);

  function choose(backup: Backup) {
    forgetFailure();
    setChosen(backup);
  }
  const best = backups.find(({ verified }) => verified);
  return (
    <>
      <ul aria-label={t('backups')} className="flex flex-col">
        {backups.map(backup => (
          <BackupRow
            key={backup.name}
            backup={backup}
            isBest={backup === best}
            {...(mayRestore ? { onRestore: () => choose(backup) } : {})}
          />
        ))}
      </ul>
      {backups.length > 0 && <p className="text-muted">{t('namesInUtc')}</p>}
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

const BYTES_IN_MB = 1_000_000;

interface BackupRowProps {
  backup: Backup;
  /** The newest good one. */
  isBest: boolean;
  onRestore?: () => void;
}

function BackupRow({ backup, isBest, onRestore }: BackupRowProps) {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const size = format.number((Math.ceil(backup.size / (BYTES_IN_MB / 10)) / 10).toFixed(1));
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line py-3 last:border-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-lg font-semibold">
          <DateTime at={backup.at} />
        </p>
        <p className="text-muted">
          {t(`why.${backup.why}`)} · <span className="digits">{t('size', { size })}</span>
        </p>
      </div>
      <p className="order-last -mt-2 basis-full font-mono break-all text-muted">{backup.name}</p>
      <StatusLabel tone={backup.verified ? 'good' : 'bad'}>
        {isBest ? t('best') : t(backup.problem ?? 'good')}
      </StatusLabel>
      {onRestore && (
        <Button
          icon={History}
          isDisabled={!backup.verified}
          aria-label={t('restoreOf', { time: format.dateTime(backup.at) })}
          onPress={onRestore}
        >
          {t('restore')}
        </Button>
      )}
    </li>
  );
}
