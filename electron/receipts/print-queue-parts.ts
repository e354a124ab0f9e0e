import type { PrinterStatus } from '../../shared/contract/terminal.ts';
import type { Clock, Printer, PrintResult, Random } from '../ports.ts';
import type { Db } from '../store/open.ts';
import type { PrintJob, PrintKind } from './print-store.ts';

export interface Rendered {
  kind: PrintKind;
  /** The orders whose keys are on the paper. */
  keysOf: readonly string[];
  print: () => Promise<PrintResult>;
}

export interface PrintQueueParts {
  db: Db;
  clock: Clock;
  random: Random;
  /** The printer of the settings as they are now. */
  printer: () => Printer | null;
  /**
   * Called just before printing, so that keys are open only then and never stored with the job. A slip whose sale was
   * settled meanwhile becomes a receipt: `kind` says what it is now. A TillError's code is what the person sees.
   */
  render: (job: PrintJob, printer: Printer) => Promise<Rendered>;
  /** Whether a key would be on it now. */
  hasKeys: (job: PrintJob) => boolean;
  /** The id of who is signed in: keys go on paper only where somebody is there to take it. */
  present: () => string | null;
  /** The number that people know a sale by. */
  numberOf: (saleId: string) => string;
  /** Within the transaction of what it records. */
  audit: (
    action: string,
    subject: string | null,
    details: Record<string, string | number | boolean | null>,
    staffId: string | null,
  ) => void;
  /** A print, or what became of it, could not be stored. */
  storageFailed: (error: unknown) => void;
  changed: (status: PrinterStatus) => void;
}
