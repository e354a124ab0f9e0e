import { RotateCw, ShieldX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../shared/errors.ts';
import { useAskStatusAgain } from '../ask-status-again.ts';
import { errorText } from '../i18n/error-text.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { LeaveButton } from '../leave-button.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button } from '../ui/button.tsx';
import { RecoverForm } from './recover-form.tsx';

const KEYCHAIN_COMMAND = 'sudo apt install gnome-keyring libsecret-1-0 dbus-user-session';

/** The till cannot work until a person has done something: says exactly what. */
export function BlockedScreen() {
  const { t } = useTranslation(['setup', 'common']);
  const format = useFormat();
  const blocked = useFrom(createTerminalStore, state => state.status?.blocked);
  const text = errorText(format, blocked ?? { code: 'internal' });
  return (
    <main className="flex h-full justify-center overflow-y-auto p-8">
      <div className="flex w-full max-w-2xl flex-col gap-6">
        <div className="flex items-start gap-4">
          <ShieldX aria-hidden className="size-12 shrink-0 text-bad" strokeWidth={1.5} />
          <div className="flex flex-col gap-2">
            <p className="text-muted">{t('blocked.title')}</p>
            <h1 className="text-3xl font-semibold">{text.title}</h1>
            <p className="text-lg">
              {text.detail} {text.next}
            </p>
            <p className="text-muted">{t('common:code', { code: blocked?.code ?? 'internal' })}</p>
          </div>
        </div>
        <WayOut code={blocked?.code} />
        <LeaveButton />
      </div>
    </main>
  );
}

function WayOut({ code }: { code: ErrorCode | undefined }) {
  const { t } = useTranslation('setup');
  if (code === 'secrets_lost') return <RecoverForm />;
  return (
    <>
      {code === 'keychain_unavailable' && (
        <div className="flex flex-col gap-2">
          <p>{t('blocked.keychainLinux')}</p>
          <code className="rounded-control border border-line bg-surface p-4 font-mono break-words select-all">
            {KEYCHAIN_COMMAND}
          </code>
        </div>
      )}
      <TryAgain />
    </>
  );
}

function TryAgain() {
  const { t } = useTranslation();
  const { isPending, ask } = useAskStatusAgain();
  return (
    <Button look="primary" size="large" icon={RotateCw} isPending={isPending} onPress={() => void ask()}>
      {t('tryAgain')}
    </Button>
  );
}
