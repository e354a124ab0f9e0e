import { Eye, EyeOff, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFrom, useStoreOf } from '../stores.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ShownKey } from '../ui/shown-key.tsx';
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
      {key && (
        <div className="flex flex-wrap items-center gap-4 rounded-control border-2 border-accent p-3">
          <ShownKey text={key.text} until={key.until} label={t('key.qr')} />
        </div>
      )}
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
