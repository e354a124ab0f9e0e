import { Eye, EyeOff, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFrom, useStoreOf } from '../stores.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useNow } from '../ui/moment.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { visibleKey } from '../ui/visible-key.ts';
import { createOrderStore } from './order-store.ts';
import { usePrintToast } from './print-toast.ts';

/** The key of the order that is open: out of sight until it is asked for, and again a minute later. */
export function KeyPanel() {
  const { t } = useTranslation('orders');
  const { reveal, hideKey, printKey } = useStoreOf(createOrderStore).getState();
  const key = useFrom(createOrderStore, state => state.key);
  const acting = useFrom(createOrderStore, state => state.acting);
  const said = usePrintToast();
  return (
    <Card title={t('key.title')}>
      <p role="status" className="sr-only">
        {key ? t('key.shown') : t('key.hidden')}
      </p>
      {key && <KeyInSight text={key.text} until={key.until} />}
      <div className="flex flex-wrap gap-3">
        {key ? (
          <Button icon={EyeOff} onPress={hideKey}>
            {t('key.hide')}
          </Button>
        ) : (
          <Button icon={Eye} isPending={acting === 'reveal'} onPress={() => void reveal()}>
            {t('key.show')}
          </Button>
        )}
        <Button icon={Printer} isPending={acting === 'printKey'} onPress={() => void printKey().then(said)}>
          {t('key.print')}
        </Button>
      </div>
      <p className="text-muted">{t('key.note')}</p>
    </Card>
  );
}

function KeyInSight({ text, until }: { text: string; until: number }) {
  const { t } = useTranslation('orders');
  const visible = visibleKey(text);
  const seconds = Math.min(60, Math.max(0, Math.ceil((until - useNow()) / 1000)));
  return (
    <div className="flex flex-wrap items-center gap-5">
      <QrCode text={text} label={t('key.qr')} className="size-40" />
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-2">
        <p
          data-key
          className="rounded-control bg-sunken p-4 font-mono text-xl font-semibold break-all whitespace-pre-wrap select-all"
        >
          {visible.text}
        </p>
        {visible.isEscaped && <p>{t('key.escaped')}</p>}
        <p className="digits text-muted">{t('key.hidesIn', { seconds })}</p>
      </div>
    </div>
  );
}
