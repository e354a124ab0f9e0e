import { DatabaseBackup, GraduationCap, KeyRound, Printer, ShieldAlert, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Connection, PrinterStatus } from '../../shared/contract/terminal.ts';
import { useBridge } from '../bridge-context.ts';
import type { ErrorText } from '../i18n/error-shape.ts';
import { errorText } from '../i18n/error-text.ts';
import { useFormat } from '../i18n/format-context.tsx';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/moment.tsx';
import { useToast } from '../ui/toast.tsx';
import { Banner } from './banner.tsx';
import { StorageBanner } from './storage-banner.tsx';

/** Everything that is wrong with the terminal right now, the worst first. */
export function Banners() {
  const { t } = useTranslation();
  const status = useFrom(createTerminalStore, state => state.status);
  if (!status) return null;
  return (
    <>
      <StorageBanner storage={status.storage} />
      <ConnectionBanner connection={status.connection} />
      <PrinterBanner printer={status.printer} />
      {status.backup.error && status.session?.staff.role === 'manager' && (
        <Banner
          tone="warn"
          icon={DatabaseBackup}
          title={t('banner.backupFailed')}
          text={t('banner.backupFailedNext')}
        />
      )}
      {status.demo ? (
        <Banner tone="info" icon={GraduationCap} title={t('banner.demo')} text={t('banner.demoNext')} />
      ) : (
        status.keychain === 'memory' && (
          <Banner
            tone="warn"
            icon={ShieldAlert}
            title={t('banner.memoryKeychain')}
            text={t('banner.memoryKeychainNext')}
          />
        )
      )}
    </>
  );
}

function ConnectionBanner({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  if (connection.state === 'token_rejected') {
    return (
      <Banner
        tone="bad"
        icon={KeyRound}
        title={t('banner.tokenRejected')}
        text={t('banner.tokenRejectedNext')}
      />
    );
  }
  if (connection.state !== 'offline') return null;
  return (
    <Banner
      tone="warn"
      icon={WifiOff}
      title={t('banner.offline')}
      text={t('banner.offlineNext')}
      {...(connection.nextTryAt ? { aside: <NextTry at={connection.nextTryAt} /> } : {})}
    />
  );
}

function NextTry({ at }: { at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return Date.parse(at) > now ? t('banner.nextTry', { time: format.ago(at, now) }) : null;
}

/** What happened, why, and what to do. */
function sentences({ title, detail, next }: ErrorText): string {
  return [`${title}.`, detail, next].filter(Boolean).join(' ');
}

function PrinterBanner({ printer }: { printer: PrinterStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bridge = useBridge();
  const toast = useToast();
  if (printer.state !== 'waiting') return null;

  const said = printer.error ? errorText(format, printer.error) : undefined;
  async function discard() {
    const answer = await bridge.call('printer.discard', {});
    if (answer.ok) toast('info', 'banner.printDiscarded');
    else toast('bad', answer.error);
  }
  async function retry() {
    const answer = await bridge.call('printer.retry', {});
    if (!answer.ok) toast('bad', answer.error);
  }
  return (
    <Banner
      tone="warn"
      icon={Printer}
      title={t('banner.printerWaiting', { count: printer.waiting })}
      {...(said ? { text: sentences(said) } : {})}
      actions={
        <>
          <Button look="quiet" onPress={() => void discard()}>
            {t('banner.printDiscard')}
          </Button>
          <Button onPress={() => void retry()}>{t('banner.printRetry')}</Button>
        </>
      }
    />
  );
}
