import { DatabaseBackup, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../shared/contract/common.ts';
import type { Recovery, TerminalStatus } from '../../shared/contract/terminal.ts';
import { useAskStatusAgain } from '../ask-status-again.ts';
import { LeaveButton } from '../leave-button.tsx';
import { PinEntry } from '../lock/pin-entry.tsx';
import { StaffTiles } from '../lock/staff-tiles.tsx';
import { CloseTillCard } from '../manager/settings/close-till-card.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { BackupList } from './backup-list.tsx';
import { RecoveryHead } from './recovery-head.tsx';
import { createRestoreStore } from './restore-store.ts';

/** The till's data cannot be used: what happened, and how a manager puts a backup in its place. */
export function RecoveryScreen() {
  const status = useFrom(createTerminalStore, state => state.status);
  if (!status?.recovery) return null;
  const { blocked, session, recovery } = status;
  const hasGood = recovery.backups.some(({ verified }) => verified);
  const needsPin = hasGood && !blocked && !session;
  return (
    <div className={needsPin ? 'grid h-full grid-cols-[3fr_2fr]' : 'flex h-full justify-center'}>
      <main
        className={`flex w-full flex-col gap-6 overflow-y-auto p-8 ${needsPin ? 'border-r border-line' : 'max-w-3xl'}`}
      >
        <RecoveryHead />
        <WhatHappened problem={recovery.problem} />
        <WayOut status={status} recovery={recovery} />
        {session && <CloseTillCard />}
        <LeaveButton />
      </main>
      {needsPin && <SignIn managers={status.staff} />}
    </div>
  );
}

function WayOut({ status, recovery }: { status: TerminalStatus; recovery: Recovery }) {
  if (recovery.problem === 'unopened') return <Unopened recovery={recovery} />;
  if (recovery.problem === 'newer') return <Newer version={status.version} folder={recovery.folder} />;
  if (recovery.backups.some(({ verified }) => verified))
    return <WayBack status={status} recovery={recovery} />;
  return <NoBackup recovery={recovery} />;
}

function WhatHappened({ problem }: Pick<Recovery, 'problem'>) {
  const { t } = useTranslation('recovery');
  const failure = useFrom(createRestoreStore, state => state.failure);
  const mayRestore = problem !== 'unopened' && problem !== 'newer';
  return (
    <>
      <div className="flex items-start gap-4">
        <DatabaseBackup aria-hidden className="size-12 shrink-0 text-warn" strokeWidth={1.5} />
        <div className="flex flex-col gap-2">
          <h1 className="text-3xl font-semibold">{t(problem === 'newer' ? 'newerData.title' : 'title')}</h1>
          <p className="text-lg">{t(`problem.${problem}`)}</p>
          {mayRestore && <p className="text-lg">{t('calm')}</p>}
        </div>
      </div>
      {failure && mayRestore && <ErrorNotice error={failure} />}
    </>
  );
}

/** Before a manager is known, the backups are there to be read only. */
function WayBack({ status, recovery }: { status: TerminalStatus; recovery: Recovery }) {
  const { t } = useTranslation('recovery');
  const secretsLost = status.blocked?.code === 'secrets_lost';
  const mayRestore = secretsLost || status.session !== null;
  return (
    <>
      {secretsLost && (
        <Notice tone="warn" title={t('noPin.title')}>
          {t('noPin.text')}
        </Notice>
      )}
      {status.blocked && !secretsLost && <ErrorNotice error={status.blocked} actions={<LookAgain />} />}
      <Card title={t('backups')}>
        <BackupList backups={recovery.backups} mayRestore={mayRestore} />
      </Card>
    </>
  );
}

function SignIn({ managers }: { managers: readonly StaffMember[] }) {
  const { t } = useTranslation('recovery');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const only = managers.length === 1 ? managers[0] : undefined;
  const person = only ?? managers.find(({ id }) => id === chosenId);
  return (
    <section
      aria-label={t('signIn')}
      className="flex min-h-0 flex-col items-center gap-4 overflow-y-auto p-6"
    >
      <p className="text-lg font-semibold">{t('signIn')}</p>
      {person ? (
        <PinEntry key={person.id} person={person} {...(only ? {} : { onBack: () => setChosenId(null) })} />
      ) : (
        <StaffTiles staff={managers} onChoose={setChosenId} />
      )}
    </section>
  );
}

function NoBackup({ recovery: { backupFolder, backups } }: { recovery: Recovery }) {
  const { t } = useTranslation('recovery');
  return (
    <Card title={t('none.title')} actions={<LookAgain />}>
      {backups.length > 0 && <BackupList backups={backups} mayRestore={false} />}
      <p className="text-lg">{t('none.text')}</p>
      <code className="rounded-control border border-line bg-sunken p-4 font-mono break-all select-all">
        {backupFolder}
      </code>
      <p>{t('none.otherwise')}</p>
    </Card>
  );
}

function Unopened({ recovery: { folder, detail } }: { recovery: Recovery }) {
  const { t } = useTranslation('recovery');
  return (
    <Card title={t('unopened.title')} actions={<LookAgain />}>
      <p className="text-lg">{t('unopened.text')}</p>
      <code className="rounded-control border border-line bg-sunken p-4 font-mono break-all select-all">
        {folder}
      </code>
      {detail && <p className="break-all text-muted">{detail}</p>}
    </Card>
  );
}

function Newer({ version, folder }: { version: string; folder: string }) {
  const { t } = useTranslation('recovery');
  return (
    <Card title={t('unopened.title')} actions={<LookAgain />}>
      <p className="text-lg">{t('newerData.text', { version })}</p>
      <p className="text-lg">{t('newerData.never')}</p>
      <code className="rounded-control border border-line bg-sunken p-4 font-mono break-all select-all">
        {folder}
      </code>
    </Card>
  );
}

function LookAgain() {
  const { t } = useTranslation('recovery');
  const { isPending, ask } = useAskStatusAgain();
  return (
    <Button icon={RotateCw} isPending={isPending} onPress={() => void ask()}>
      {t('lookAgain')}
    </Button>
  );
}
