import { useStoreOf } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { useToast } from '../ui/toast.tsx';

/** Says that something goes to the printer; nothing where it was refused, which is said in its place. */
export function usePrintToast(): (printed: { copy: boolean } | undefined) => void {
  const toast = useToast();
  const terminal = useStoreOf(createTerminalStore);
  return printed => {
    if (!printed) return;
    if (terminal.getState().status?.printer.state === 'waiting') toast('warn', 'orders:print.inLine');
    else toast('good', printed.copy ? 'orders:print.sentCopy' : 'orders:print.sent');
  };
}
