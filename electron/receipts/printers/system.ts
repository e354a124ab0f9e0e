import type { Clock, PagePrinter, PrintPage, PrintResult, SystemPrinters } from '../../ports.ts';
import { within } from '../../waiting.ts';
import { detailOf, failed, PRINTED } from './result.ts';

const LIST_MS = 10_000;
const PRINT_MS = 60_000;

/**
 * A printer of this machine, by the name the operating system gives it, printed on through its driver. What was once
 * handed to the driver may come out whatever the driver says afterwards. `printers`: undefined where the host has none.
 */
export function systemPrinter(clock: Clock, name: string, printers: SystemPrinters | undefined): PagePrinter {
  async function print(page: PrintPage): Promise<PrintResult> {
    if (!printers) return failed('no_drivers', false, 'only the desktop till prints through a driver');
    try {
      const known = await within(clock, LIST_MS, printers.list());
      if (known === 'late') return failed('no_answer', false, 'the print system does not answer');
      if (!known.some(printer => printer.name === name))
        return failed('no_such_printer', false, `this computer has no printer "${name}"`);
      return await handOver(printers, page);
    } catch (error) {
      return failed('unreachable', false, detailOf(error));
    }
  }

  /** Rejects only where nothing was handed over. */
  async function handOver(system: SystemPrinters, page: PrintPage): Promise<PrintResult> {
    const patience = new AbortController();
    const outcome = await within(clock, PRINT_MS, system.print(name, page, patience.signal));
    if (outcome === 'late') {
      patience.abort();
      return failed('stalled', true, `the driver said nothing for ${PRINT_MS / 1000} s`);
    }
    return outcome.ok ? PRINTED : failed('refused', true, outcome.says);
  }

  return { takes: 'page', target: `system:${name}`, print };
}
