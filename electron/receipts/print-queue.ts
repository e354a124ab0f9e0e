import type { PrinterStatus } from '../../shared/contract/terminal.ts';
import { type ErrorShape, TillError } from '../../shared/errors.ts';
import type { Receipt } from '../../shared/receipt.ts';
import { newId } from '../ids.ts';
import { type Backoff, wait } from '../orders/backoff.ts';
import type { Clock, Printer, PrintResult, Random } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { storageProblem } from '../store/storage-problem.ts';
import { isSameRequest, needsPerson, nextPrint, printerStatus, problemOf } from './print-rules.ts';
import type { PrintJob, PrintKind, PrintRequest } from './print-store.ts';
import * as store from './print-store.ts';
import { pause, within } from './printers/waiting.ts';

const RETRY: Backoff = { first: 2_000, factor: 2, most: 30_000 };
/** After stop(), a print under way has this long to end and be recorded. */
const STOP_MS = 1_000;
/** After a write that failed: the outcome is kept in memory and recorded as soon as it can be. */
const RECORD_AGAIN_MS = 1_000;

const WAITS_FOR_SOMEBODY: ErrorShape = {
  code: 'print_needs_sign_in',
  message: 'A print with a key on it waits for somebody to sign in.',
};

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
  /** Keys go on paper only where somebody is there to take it. */
  isSignedIn: () => boolean;
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

export type PrintQueue = ReturnType<typeof createPrintQueue>;

/**
 * One print at a time, in order, kept over restarts. What the printer did not begin is tried again by itself until it
 * comes out; what may be partly on paper waits for a person, and then says that it is a copy.
 */
export function createPrintQueue(parts: PrintQueueParts) {
  const { db, clock, random } = parts;
  /** Asked for again by a person, each for one attempt. */
  const allowed = new Set<string>();
  let running = false;
  let current: { id: string; done: Promise<void> } | undefined;
  let failures = 0;
  let storageError: ErrorShape | undefined;
  let cancelWait: (() => void) | undefined;

  function failedToStore(error: unknown): ErrorShape {
    parts.storageFailed(error);
    const problem = storageProblem(error) ?? 'failed';
    return { code: `storage_${problem}`, message: error instanceof Error ? error.message : String(error) };
  }

  function wake(): void {
    cancelWait?.();
    cancelWait = undefined;
    if (!running || current) return;
    try {
      const job = nextPrint(store.waitingPrints(db).filter(mayPrint), allowed);
      const printer = parts.printer();
      if (job && printer) begin(job, printer);
      else if (job) tryLater();
    } catch (error) {
      noteStorage(error);
    }
  }

  const mayPrint = (job: PrintJob): boolean => parts.isSignedIn() || !parts.hasKeys(job);

  function begin(job: PrintJob, printer: Printer): void {
    allowed.delete(job.id);
    const done = attempt(job, printer)
      .catch(noteStorage)
      .then(() => {
        current = undefined;
        if (!running) return;
        if (failures > 0) tryLater();
        else wake();
        tell();
      });
    current = { id: job.id, done };
    tell();
  }

  async function attempt(waiting: PrintJob, printer: Printer): Promise<void> {
    const job = { ...waiting, copy: waiting.copy || waiting.started || store.wasPrinted(db, waiting) };
    const made = await make(job, printer);
    if (!running) return;
    if ('problem' in made) {
      const problem = { failure: 'unprintable', detail: made.problem, started: false };
      store.markFailed(db, job.id, problem, clock.now());
      return;
    }
    // Everybody may have left while it was being made.
    if (made.keysOf.length > 0 && !parts.isSignedIn()) return;
    job.kind = made.kind;
    store.markPrinting(db, job, clock.now());
    storageError = undefined;
    const result = await made.print();
    failures = result.ok ? 0 : failures + 1;
    // Whoever asked for the others stands before a printer that fails: they may see to it first.
    if (!result.ok) allowed.clear();
    await settle(job, result, made.keysOf);
  }

  async function make(job: PrintJob, printer: Printer): Promise<Rendered | { problem: string }> {
    try {
      return await parts.render(job, printer);
    } catch (error) {
      return { problem: error instanceof TillError ? error.code : 'internal' };
    }
  }

  /** The outcome is on disk before the next print begins. Out of time after stop(): at the next start it counts as begun. */
  async function settle(job: PrintJob, result: PrintResult, keysOf: readonly string[]): Promise<void> {
    while (current?.id === job.id) {
      try {
        db.transaction(() => writeOutcome(job, result, keysOf)).immediate();
        storageError = undefined;
        return;
      } catch (error) {
        storageError = failedToStore(error);
        tell();
        await pause(clock, RECORD_AGAIN_MS);
      }
    }
  }

  function writeOutcome(job: PrintJob, result: PrintResult, keysOf: readonly string[]): void {
    if (result.ok) {
      store.markPrinted(db, job.id, clock.now());
      record('print.printed', job);
    } else {
      store.markFailed(db, job.id, result, clock.now());
      if (result.started) record('print.interrupted', job, { failure: result.failure });
    }
    // A key counts as printed as soon as it may be on paper, and not while a printer is merely switched off.
    if (!result.ok && !result.started) return;
    for (const orderId of keysOf) parts.audit('key.printed', orderId, { printId: job.id }, job.staffId);
  }

  function tryLater(): void {
    cancelWait?.();
    cancelWait = clock.after(wait(RETRY, Math.max(0, failures - 1), random.fraction()), wake);
  }

  /** The disk failed: nothing is printed that could not be recorded. */
  function noteStorage(error: unknown): void {
    storageError = failedToStore(error);
    failures++;
    if (running) tryLater();
  }

  function record(action: string, job: PrintJob, more: Record<string, string> = {}): void {
    const { id, kind, copy, saleId } = job;
    parts.audit(action, job.orderId ?? saleId, { printId: id, kind, copy, saleId, ...more }, job.staffId);
  }

  function status(): PrinterStatus {
    const target = parts.printer()?.target ?? null;
    const waiting = store.waitingPrints(db);
    const error =
      storageError ?? problemOf(waiting) ?? (waiting.every(mayPrint) ? undefined : WAITS_FOR_SOMEBODY);
    return printerStatus(target, current !== undefined, store.countUnprinted(db), error);
  }

  function tell(): void {
    try {
      parts.changed(status());
    } catch (error) {
      storageError = failedToStore(error);
    }
  }

  return {
    /**
     * Queues a print; it is on disk when this returns. `copy`: the same was on paper before. The same print asked for
     * while it is still waiting is that print, tried again now: a second tap does not make a second paper.
     * Throws TillError: no_printer, nothing_to_print.
     */
    enqueue(asked: {
      kind: PrintKind;
      saleId?: string | null;
      orderId?: string | null;
      /** Who asked; left out when the till prints by itself. */
      staffId?: string | null;
    }): { printId: string; copy: boolean } {
      const { kind, saleId = null, orderId = null, staffId = null } = asked;
      if (!parts.printer()) throw new TillError('no_printer', 'No printer is set up.');
      if (kind !== 'test' && saleId === null) throw new TillError('nothing_to_print', 'No sale to print.');
      const request: PrintRequest = { kind, saleId, orderId };
      const same = store.waitingPrints(db).find(job => isSameRequest(job, request));
      const copy = same?.copy || same?.started || store.wasPrinted(db, request);
      const printId = same?.id ?? newId(clock, random);
      if (!same) store.insertPrint(db, { ...request, id: printId, copy, staffId }, clock.now());
      else if (staffId !== null && current?.id !== printId) allowed.add(printId);
      wake();
      tell();
      return { printId, copy };
    },

    /** A person stands at the printer: everything that waits is tried again now, what was begun comes out as a copy. */
    retry(): void {
      for (const job of store.waitingPrints(db)) if (needsPerson(job)) allowed.add(job.id);
      failures = 0;
      wake();
      tell();
    },

    /** Gives up everything that waits, but for what is printing at this moment. The number given up. */
    discard(staffId: string | null): number {
      const given = store.waitingPrints(db).filter(job => job.id !== current?.id);
      db.transaction(() => {
        for (const job of given) {
          store.markDiscarded(db, job.id, clock.now());
          record('print.discarded', { ...job, staffId });
        }
      }).immediate();
      allowed.clear();
      failures = 0;
      tell();
      return given.length;
    },

    /** Tries again now what needs no person: for when the printer's setting has changed. */
    wake(): void {
      wake();
      tell();
    },

    /** Somebody signed in or out: what waits for that comes out, or says that it waits. */
    heedPresence(): void {
      if (store.countUnprinted(db) === 0) return;
      wake();
      tell();
    },

    status,

    /** Whether the paper that would be printed of this sale now may be in someone's hands already. */
    wasPrinted: (saleId: string, kind: Receipt['kind']): boolean =>
      store.wasPrinted(db, { kind, saleId, orderId: null }),

    /** Whether anything was ever asked to be printed of this sale. */
    hasPrints: (saleId: string): boolean => store.hasPrints(db, saleId),

    /** What was printing when the till went down may be on paper: it waits for a person. */
    start(): void {
      for (const job of store.printsInFlight(db)) {
        const problem = { failure: 'interrupted', detail: 'the till stopped while printing', started: true };
        store.markFailed(db, job.id, problem, clock.now());
      }
      running = true;
      wake();
    },

    /** Begins nothing more; resolves when the print under way is recorded, or after a second without. */
    async stop(): Promise<void> {
      running = false;
      cancelWait?.();
      if (current) await within(clock, STOP_MS, current.done);
      current = undefined;
    },
  };
}
