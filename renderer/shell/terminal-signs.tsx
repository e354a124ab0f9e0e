import {
  Hand,
  HandCoins,
  Hourglass,
  KeyRound,
  type LucideIcon,
  PlugZap,
  Printer,
  PrinterCheck,
  Wifi,
  WifiOff,
  WifiSync,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Connection, PrinterStatus } from '../../shared/contract/terminal.ts';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import type { Tone } from '../ui/tone.ts';
import { Sign } from './sign.tsx';

const CONNECTION = {
  online: { tone: 'good', icon: Wifi },
  offline: { tone: 'warn', icon: WifiOff },
  token_rejected: { tone: 'bad', icon: KeyRound },
  unknown: { tone: 'busy', icon: WifiSync },
} as const satisfies Record<Connection['state'], { tone: Tone; icon: LucideIcon }>;

const PRINTER = {
  none: { tone: 'busy', icon: Printer },
  ready: { tone: 'good', icon: PrinterCheck },
  printing: { tone: 'info', icon: Printer },
  waiting: { tone: 'warn', icon: Printer },
} as const satisfies Record<PrinterStatus['state'], { tone: Tone; icon: LucideIcon }>;

/** Connection, printer and queue, each heard when it changes. */
export function TerminalSigns() {
  const { t } = useTranslation();
  const status = useFrom(createTerminalStore, state => state.status);
  const isLost = useFrom(createTerminalStore, state => state.isLost);
  if (!status) return null;
  const { connection, printer, queue } = status;
  return (
    <div role="status" aria-label={t('terminalState')} className="shrink-0">
      <ul className="grid grid-flow-col grid-rows-2 gap-x-5">
        {isLost ? (
          <>
            <Sign tone="bad" icon={PlugZap} word={t('unreachable.short')} says={t('unreachable.title')} />
            <Sign tone="busy" icon={Printer} word={t('printer.unknown')} />
          </>
        ) : (
          <>
            <Sign {...CONNECTION[connection.state]} word={t(`connection.${connection.state}`)} />
            <Sign {...PRINTER[printer.state]} word={t(`printer.${printer.state}`)} />
          </>
        )}
        {queue.waiting > 0 && (
          <Sign
            tone="busy"
            icon={Hourglass}
            word={t('queue.waitingShort', { count: queue.waiting })}
            says={t('queue.waiting', { count: queue.waiting })}
          />
        )}
        {queue.held > 0 && (
          <Sign
            tone="bad"
            icon={Hand}
            word={t('queue.heldShort', { count: queue.held })}
            says={t('queue.held', { count: queue.held })}
          />
        )}
        {queue.toRefund > 0 && (
          <Sign
            tone="warn"
            icon={HandCoins}
            word={t('queue.toRefundShort', { count: queue.toRefund })}
            says={t('queue.toRefund', { count: queue.toRefund })}
          />
        )}
      </ul>
    </div>
  );
}
