import { afterEach, beforeEach } from 'vitest';
import type { Printer, PrintResult, Random } from '../../electron/ports.ts';
import { createPrintQueue } from '../../electron/receipts/print-queue.ts';
import type { PrintQueueParts, Rendered } from '../../electron/receipts/print-queue-parts.ts';
import type { PrintJob } from '../../electron/receipts/print-store.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import type { PrinterStatus } from '../../shared/contract/terminal.ts';
import { createManualClock } from './manual-clock.ts';

export const MINUTE = 60_000;

interface AuditRow {
  action: string;
  subject: string | null;
  details: Record<string, unknown>;
  staffId: string | null;
}

export interface PrintDesk {
  db: Db;
  time: ReturnType<typeof createManualClock>;
  /** What came out: one text per print. */
  paper: string[];
  audit: AuditRow[];
  told: PrinterStatus[];
  /** What could not be stored. */
  failures: unknown[];
  /** What the printer does with the next prints; none left: it prints. */
  outcomes: (PrintResult | 'hang')[];
  connected: boolean;
  /** Sales with a key to print, and who is there to take it. */
  withKeys: string[];
  present: string | null;
  /** Lets a hanging print go on. */
  release: () => void;
  createQueue(change?: Partial<PrintQueueParts>): ReturnType<typeof createPrintQueue>;
}

export const unreachable: PrintResult = {
  ok: false,
  failure: 'connection_refused',
  started: false,
  detail: 'ECONNREFUSED',
};
export const torn: PrintResult = { ok: false, failure: 'interrupted', started: true, detail: 'ECONNRESET' };

export async function render(job: PrintJob, printer: Printer): Promise<Rendered> {
  const text = `${job.copy ? 'COPY ' : ''}${job.kind} ${job.orderId ?? job.saleId ?? ''}`.trim();
  return { kind: job.kind, keysOf: [], print: () => printOn(printer, text) };
}

export function printOn(printer: Printer, text: string): Promise<PrintResult> {
  if (printer.takes !== 'commands') throw new Error('the printer of the desk takes commands');
  return printer.print(new TextEncoder().encode(text));
}

/** A printer with a queue before it, anew for every test of the file that calls this. */
export function aPrintDesk(): PrintDesk {
  let seed = 1;
  const random: Random = {
    bytes: length => new Uint8Array(length).fill(seed++),
    fraction: () => 0.5,
  };
  const printer: Printer = {
    takes: 'commands',
    target: 'tcp://127.0.0.1:9100',
    async print(bytes) {
      const outcome = desk.outcomes.shift() ?? { ok: true };
      if (outcome === 'hang') {
        await new Promise<void>(resolve => {
          desk.release = resolve;
        });
      } else if (!outcome.ok) return outcome;
      desk.paper.push(new TextDecoder().decode(bytes));
      return { ok: true };
    },
  };
  const fresh = () => ({
    db: openStore(':memory:'),
    time: createManualClock(),
    paper: [],
    audit: [],
    told: [],
    failures: [],
    outcomes: [],
    connected: true,
    withKeys: [],
    present: 'aida',
    release: () => {},
  });
  const desk: PrintDesk = {
    ...fresh(),
    createQueue: (change = {}) =>
      createPrintQueue({
        db: desk.db,
        clock: desk.time.clock,
        random,
        printer: () => (desk.connected ? printer : null),
        render,
        hasKeys: ({ saleId }) => saleId !== null && desk.withKeys.includes(saleId),
        present: () => desk.present,
        numberOf: saleId => saleId.replace('sale-', ''),
        audit: (action, subject, details, staffId) =>
          void desk.audit.push({ action, subject, details, staffId }),
        storageFailed: error => void desk.failures.push(error),
        changed: status => void desk.told.push(status),
        ...change,
      }),
  };

  beforeEach(() => {
    desk.db.close();
    Object.assign(desk, fresh());
    // Sales, orders and staff are other parts' tables: here only their ids matter.
    desk.db.pragma('foreign_keys = OFF');
    seed = 1;
  });
  afterEach(() => void desk.db.close());
  return desk;
}
