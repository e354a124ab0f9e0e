import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterStatus } from '../../../shared/contract/terminal.ts';
import { current, isOpen } from '../../../shared/sale-outcome.ts';
import type { CallError } from '../../bridge.ts';
import { useBridge } from '../../bridge-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { useFrom } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { TONES } from '../../ui/tone.ts';
import { useTill } from '../use-till.ts';

/** Paper for the customer: the receipt, or while something is still to come a slip to collect it with. */
export function PrintActions() {
  const { t } = useTranslation('till');
  const bridge = useBridge();
  const saleId = useTill(state => state.sale?.id);
  const isSlip = useTill(state => current(state.orders).some(isOpen));
  const [error, setError] = useState<CallError | null>(null);
  const [isAsking, setAsking] = useState(false);
  const hasPrinter = useFrom(createTerminalStore, state => state.status?.printer.state !== 'none');

  async function print() {
    if (saleId === undefined) return;
    setAsking(true);
    const answer = await bridge.call('printer.printSale', { saleId });
    setAsking(false);
    setError(answer.ok ? null : answer.error);
  }

  return (
    <>
      {/* Above the buttons, which stand on the lower edge: whatever is said, they stay under the finger. */}
      <div className="col-span-2">
        {isSlip && hasPrinter && <p className="text-muted">{t('print.whySlip')}</p>}
        <PrintState error={error} />
      </div>
      <Button icon={Printer} size="large" isPending={isAsking} onPress={() => void print()}>
        {isSlip ? t('print.slip') : t('print.receipt')}
      </Button>
    </>
  );
}

/** What becomes of the paper. Why it does not come, and what to do, stands above every screen. */
function PrintState({ error }: { error: CallError | null }) {
  const { t } = useTranslation('till');
  const format = useFormat();
  const printer = useFrom(createTerminalStore, state => state.status?.printer);
  const wasPrinted = useTill(state => state.receipt.value?.copy ?? false);
  if (error) {
    const { title, next } = errorText(format, error);
    return <PrintNote tone="warn">{`${title}. ${next}`}</PrintNote>;
  }
  const note = noteOf(printer, wasPrinted);
  return note && <PrintNote tone={note === 'printed' ? 'good' : 'busy'}>{t(`print.${note}`)}</PrintNote>;
}

function noteOf(printer: PrinterStatus | undefined, wasPrinted: boolean) {
  if (!printer || printer.state === 'none') return 'noPrinter';
  if (printer.state === 'printing') return 'printing';
  return wasPrinted && printer.state === 'ready' ? 'printed' : undefined;
}

function PrintNote({ tone, children }: { tone: 'good' | 'warn' | 'busy'; children: string }) {
  const { icon: Icon, text } = TONES[tone];
  return (
    <p role="status" className={`flex items-start gap-1.5 ${text}`}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      {children}
    </p>
  );
}
