import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/contract/backup.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { useFrom, useStoreOf } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { createRestoreStore } from './restore-store.ts';

const EFFECTS = ['carried', 'missing', 'asked', 'settings', 'aside'] as const;

/** Says what a restore will do before it is done. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { t } = useTranslation(['recovery', 'common']);
  const format = useFormat();
  const store = useStoreOf(createRestoreStore);
  const isDamaged = useFrom(createTerminalStore, state => state.status?.phase === 'recovery');
  const effects = EFFECTS.filter(effect => effect !== 'missing' || isDamaged);
  const { isRestoring, failure } = useFrom(createRestoreStore, state => state);
  return (
    <Dialog
      title={t('confirm.title', { time: format.dateTime(backup.at) })}
      isOpen
      onClose={() => !isRestoring && onClose()}
      footer={
        <>
          <Button isDisabled={isRestoring} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            look="primary"
            icon={History}
            isPending={isRestoring}
            onPress={() => void store.getState().restore(backup.name)}
          >
            {t('restore')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure && <ErrorNotice error={failure} />}
        <ul className="flex list-disc flex-col gap-2 pl-6 text-lg">
          {effects.map(effect => (
            <li key={effect}>{t(`confirm.${effect}`)}</li>
          ))}
        </ul>
        {isRestoring && <Notice tone="busy" title={t('confirm.working')} />}
      </div>
    </Dialog>
  );
}
