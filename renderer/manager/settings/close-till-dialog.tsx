import { Power } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../bridge.ts';
import { useBridge } from '../../bridge-context.ts';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { useTill } from '../../till/use-till.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';

/** Asks the manager for the PIN anew: the till may have been left open. */
export function CloseTillDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['manager', 'lock', 'common']);
  const bridge = useBridge();
  const name = useFrom(createTerminalStore, state => state.status?.session?.staff.name ?? '');
  const [pin, setPin] = useState('');
  const [isClosing, setClosing] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);

  async function close() {
    if (pin === '' || isClosing) return;
    setClosing(true);
    setFailure(null);
    const answer = await bridge.call('terminal.close', { pin });
    setPin('');
    if (answer.ok) return;
    setClosing(false);
    setFailure(answer.error);
  }

  return (
    <Dialog
      title={t('settings.closeTill')}
      isOpen
      onClose={() => !isClosing && onClose()}
      footer={
        <>
          <Button isDisabled={isClosing} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            look="danger"
            icon={Power}
            isPending={isClosing}
            isDisabled={pin === '' && !isClosing}
            onPress={() => void close()}
          >
            {t('settings.closeTill')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure ? <ErrorNotice error={failure} /> : <Unfinished />}
        <p aria-hidden className="text-center">
          {t('lock:pinFor', { name })}
        </p>
        <PinPad
          label={t('lock:pinFor', { name })}
          value={pin}
          onChange={setPin}
          onSubmit={() => void close()}
          isDisabled={isClosing}
        />
      </div>
    </Dialog>
  );
}

/** What a customer would wait for, or lose. */
function Unfinished() {
  const { t } = useTranslation('manager');
  const hasSale = useTill(state => state.lines.length > 0);
  const waiting = useFrom(createTerminalStore, state => state.status?.queue.waiting ?? 0);
  if (hasSale) return <Notice tone="warn" title={t('settings.closeTillSale')} />;
  if (waiting > 0) return <Notice tone="warn" title={t('settings.closeTillOrders', { count: waiting })} />;
  return null;
}
