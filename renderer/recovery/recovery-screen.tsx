import { DatabaseBackup, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/contract/backup.ts';
import type { StaffMember } from '../../shared/contract/common.ts';
import type { TerminalStatus } from '../../shared/contract/terminal.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { PinEntry } from '../lock/pin-entry.tsx';
import { StaffTiles } from '../lock/staff-tiles.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { BackupList } from './backup-list.tsx';
import { createRestoreStore } from './restore-store.ts';

/** The till's data cannot be used: what happened, and how a manager puts a backup in its place. */
export function RecoveryScreen() {
  const { t } = useTranslation('recovery');
  const status = useFrom(createTerminalStore, state => state.status);
  const failure = useFrom(createRestoreStore, state => state.failure);
  if (!status?.recovery) return null;
  const { problem, backups } = status.recovery;
  return (
    <main className="flex h-full justify-center overflow-y-auto p-8">
      <div className="flex w-full max-w-3xl flex-col gap-6">
        <div className="flex items-start gap-4">
          <DatabaseBackup aria-hidden className="size-12 shrink-0 text-warn" strokeWidth={1.5} />
          <div className="flex flex-col gap-2">
            <h1 className="text-3xl font-semibold">{t('title')}</h1>
            <p className="text-lg">{t(`problem.${problem}`)}</p>
            <p className="text-lg">{t('calm')}</p>
          </div>
        </div>
        {failure && <ErrorNotice error={failure} />}
        {backups.some(({ verified }) => verified) ? (
          <WayBack status={status} backups={backups} />
        ) : (
          <NoBackup folder={status.recovery.backupFolder} backups={backups} />
        )}
      </div>
    </main>
  );
}

function WayBack({ status, backups }: { status: TerminalStatus; backups: readonly Backup[] }) {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const { blocked, session, staff } = status;
  const secretsLost = blocked?.code === 'secrets_lost';
  const newest = backups.find(({ verified }) => verified);
  if (session || secretsLost) {
    return (
      <>
        {secretsLost && (
          <Notice tone="warn" title={t('noPin.title')}>
            {t('noPin.text')}
          </Notice>
        )}
        <Card title={t('backups')}>
          <BackupList backups={backups} />
        </Card>
      </>
    );
  }
  return (
    <Card title={t('signIn')}>
      {newest && <p className="text-lg">{t('newest', { time: format.dateTime(newest.at) })}</p>}
      {blocked ? <ErrorNotice error={blocked} actions={<LookAgain />} /> : <SignIn managers={staff} />}
    </Card>
  );
}

function SignIn({ managers }: { managers: readonly StaffMember[] }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const only = managers.length === 1 ? managers[0] : undefined;
  const person = only ?? managers.find(({ id }) => id === chosenId);
  if (!person) return <StaffTiles staff={managers} onChoose={setChosenId} />;
  return (
    <div className="flex justify-center">
      <PinEntry key={person.id} person={person} {...(only ? {} : { onBack: () => setChosenId(null) })} />
    </div>
  );
}

function NoBackup({ folder, backups }: { folder: string; backups: readonly Backup[] }) {
  const { t } = useTranslation('recovery');
  return (
    <Card title={t('none.title')} actions={<LookAgain />}>
      {backups.length > 0 && <BackupList backups={backups} />}
      <p className="text-lg">{t('none.text')}</p>
      <code className="rounded-control border border-line bg-sunken p-4 font-mono break-all select-all">
        {folder}
      </code>
      <p>{t('none.otherwise')}</p>
    </Card>
  );
}

function LookAgain() {
  const { t } = useTranslation('recovery');
  const refresh = useFrom(createTerminalStore, state => state.refresh);
  const [isPending, setPending] = useState(false);
  async function look() {
    setPending(true);
    await refresh();
    setPending(false);
  }
  return (
    <Button icon={RotateCw} isPending={isPending} onPress={() => void look()}>
      {t('lookAgain')}
    </Button>
  );
}
