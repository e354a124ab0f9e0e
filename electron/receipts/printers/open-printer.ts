import type { Clock, Printer, SystemPrinters } from '../../ports.ts';
import { cupsPrinter } from './cups.ts';
import { filePrinter } from './file.ts';
import { systemPrinter } from './system.ts';
import { tcpPrinter } from './tcp.ts';

/**
 * The printer of a setting: "tcp://host:9100", "file:/dev/usb/lp0", "cups:NAME", "system:NAME"; null for "none" and for what is none
 * of these. While the setting stays the same it is the same printer, with what it has learned about itself.
 */
export function createPrinterOpener(
  clock: Clock,
  system: SystemPrinters | undefined,
): (setting: string) => Printer | null {
  let last: { setting: string; printer: Printer | null } | undefined;
  return setting => {
    if (last?.setting !== setting) last = { setting, printer: openPrinter(clock, system, setting) };
    return last.printer;
  };
}

function openPrinter(clock: Clock, system: SystemPrinters | undefined, setting: string): Printer | null {
  const network = /^tcp:\/\/(?:\[([0-9a-fA-F:.%\w]+)\]|([^/\s:]+)):(\d{1,5})$/.exec(setting);
  if (network) return tcpPrinter(clock, network[1] ?? network[2] ?? '', Number(network[3]));
  if (setting.startsWith('file:')) return filePrinter(clock, setting.slice('file:'.length));
  if (setting.startsWith('cups:')) return cupsPrinter(setting.slice('cups:'.length));
  if (setting.startsWith('system:')) return systemPrinter(clock, setting.slice('system:'.length), system);
  return null;
}
