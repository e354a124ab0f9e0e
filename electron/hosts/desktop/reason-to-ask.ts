import type { TerminalStatus } from '../../../shared/contract/terminal.ts';

/** Why a person is asked before the till's window closes; undefined where nobody and nothing waits for it. */
export function reasonToAsk(
  status: Pick<TerminalStatus, 'queue' | 'printer'> | undefined,
  hasSaleOnScreen: boolean,
): 'saleOnScreen' | 'work' | undefined {
  if (hasSaleOnScreen) return 'saleOnScreen';
  return status && (status.queue.waiting > 0 || status.printer.waiting > 0) ? 'work' : undefined;
}
