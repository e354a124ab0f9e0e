import type { PrinterStatus } from '../../shared/contract/terminal.ts';
import { type ErrorShape, TillError } from '../../shared/errors.ts';
import type { Receipt } from '../../shared/receipt.ts';
import { newId } from '../ids.ts';
import { type Backoff, wait } from '../orders/backoff.ts';
import type { Printer, PrintResult } from '../ports.ts';
import { storageProblem } from '../store/storage-problem.ts';
import { pause, within } from '../waiting.ts';
import type { PrintQueueParts, Rendered } from './print-queue-parts.ts';
import {
  asOf,
  isSameRequest,
  nextLate,
  nextPrint,
  printerStatus,
  problemOf,
  type Waiting,
  wasStopped,
} from './print-rules.ts';
import type { PrintJob, PrintKind, PrintRequest } from './print-store.ts';
import * as store from './print-store.ts';

const RETRY: Backoff = { first: 2_000, factor: 2, most: 30_000 };
/** After stop(), a print under way has this long to end and be recorded. */
const STOP_MS = 1_000;
/** After a write that failed: the outcome is kept in memory and recorded as soon as it can be. */
const RECORD_AGAIN_MS = 1_000;

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
      const all = waiting();
      const job = nextPrint(all, allowed, parts.present() !== null);
      const printer = parts.printer();
      if (job && printer) begin(job, printer);
      else if (job) tryLater();
      else lookAgain(nextLate(all, clock.now()));
    } catch (error) {
      noteStorage(error);
    }
  }

  function waiting(): Waiting[] {
    const isSignedIn = parts.present() !== null;
    return store.waitingPrints(db).map(job => asOf(job, clock.now(), isSignedIn, parts.hasKeys));
  }

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

  async function attempt(asked: PrintJob, printer: Printer): Promise<void> {
    const job = { ...asked, copy: asked.copy || asked.started || store.wasPrinted(db, asked) };
    const made = await make(job, printer);
    if (!running) return;
    if ('problem' in made) {
      const problem = { failure: 'unprintable', detail: made.problem, started: false };
      store.markFailed(db, job.id, problem, clock.now());
      return;
    }
    // While it was being made everybody may have left, or its key may have come.
    const present = parts.present();
    const { hasKey, isLate } = asOf(job, clock.now(), present !== null, () => made.keysOf.length > 0);
    if (isLate || (hasKey && present === null)) return;
    job.kind = made.kind;
    store.markPrinting(db, job, clock.now());
    storageError = undefined;
    const result = await made.print();
    failures = result.ok ? 0 : failures + 1;
    // Whoever asked for the others stands before a printer that fails: they may see to it first.
    if (!result.ok) allowed.clear();
    await settle(job, result, made.keysOf, present);
  }

  async function make(job: PrintJob, printer: Printer): Promise<Rendered | { problem: string }> {
    try {
      return await parts.render(job, printer);
    } catch (error) {
      return { problem: error instanceof TillError ? error.code : 'internal' };
    }
  }

  /** The outcome is on disk before the next print begins. Out of time after stop(): at the next start it counts as begun. */
  async function settle(...outcome: Parameters<typeof writeOutcome>): Promise<void> {
    const [job] = outcome;
    while (current?.id === job.id) {
      try {
        db.transaction(() => writeOutcome(...outcome)).immediate();
        storageError = undefined;
        return;
      } catch (error) {
        storageError = failedToStore(error);
        tell();
        await pause(clock, RECORD_AGAIN_MS);
      }
    }
  }

  /** `present`: who was signed in when it was printed, whoever asked for it. */
  function writeOutcome(
    job: PrintJob,
    result: PrintResult,
    keysOf: readonly string[],
    present: string | null,
  ): void {
    if (result.ok) {
      store.markPrinted(db, job.id, clock.now());
      record('print.printed', job, present, { askedBy: job.staffId });
    } else {
      store.markFailed(db, job.id, result, clock.now());
      if (result.started) record('print.interrupted', job, present, { failure: result.failure });
    }
    // A key counts as printed as soon as it may be on paper, and not while a printer is merely switched off.
    if (!result.ok && !result.started) return;
    for (const orderId of keysOf) parts.audit('key.printed', orderId, { printId: job.id }, present);
  }

  function tryLater(): void {
    lookAgain(wait(RETRY, Math.max(0, failures - 1), random.fraction()));
  }

  function lookAgain(ms: number | undefined): void {
    cancelWait?.();
    cancelWait = ms === undefined ? undefined : clock.after(ms, wakeAndTell);
  }

  /** The disk failed: nothing is printed that could not be recorded. */
  function noteStorage(error: unknown): void {
    storageError = failedToStore(error);
    failures++;
    if (running) tryLater();
  }

  function record(
    action: string,
    job: PrintJob,
    staffId: string | null,
    more: Record<string, string | null> = {},
  ): void {
    const { id, kind, copy, saleId } = job;
    parts.audit(action, job.orderId ?? saleId, { printId: id, kind, copy, saleId, ...more }, staffId);
  }

  function status(): PrinterStatus {
    const target = parts.printer()?.target ?? null;
    const error = storageError ?? problemOf(waiting(), parts.present() !== null, parts.numberOf);
    return printerStatus(target, current !== undefined, store.countUnprinted(db), error);
  }

  function tell(): void {
    try {
      parts.changed(status());
    } catch (error) {
      storageError = failedToStore(error);
    }
  }

  function wakeAndTell(): void {
    wake();
    tell();
  }

  function askAgain(job: PrintJob, staffId: string): void {
    store.markAsked(db, job.id, staffId, clock.now());
    if (wasStopped(job)) allowed.add(job.id);
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
      /** When a person did what the till prints this for, in milliseconds; left out: now. */
      askedAt?: number;
    }): { printId: string; copy: boolean } {
      const { kind, saleId = null, orderId = null, staffId = null, askedAt = clock.now() } = asked;
      if (!parts.printer()) throw new TillError('no_printer', 'No printer is set up.');
      if (kind !== 'test' && saleId === null) throw new TillError('nothing_to_print', 'No sale to print.');
      const request: PrintRequest = { kind, saleId, orderId };
      const same = store.waitingPrints(db).find(job => isSameRequest(job, request));
      const copy = same?.copy || same?.started || store.wasPrinted(db, request);
      const printId = same?.id ?? newId(clock, random);
      if (!same) store.insertPrint(db, { ...request, id: printId, copy, staffId, askedAt }, clock.now());
      else if (staffId !== null && current?.id !== printId) askAgain(same, staffId);
      wakeAndTell();
      return { printId, copy };
    },

    /** A person stands at the printer: everything that waits is tried again now, what was begun comes out as a copy. */
    retry(staffId: string): void {
      db.transaction(() => {
        for (const job of store.waitingPrints(db)) askAgain(job, staffId);
      }).immediate();
      failures = 0;
      wakeAndTell();
    },

    /** Gives up everything that waits, but for what is printing at this moment. The number given up. */
    discard(staffId: string | null): number {
      const given = store.waitingPrints(db).filter(job => job.id !== current?.id);
      db.transaction(() => {
        for (const job of given) {
          store.markDiscarded(db, job.id, clock.now());
          record('print.discarded', job, staffId);
        }
      }).immediate();
      allowed.clear();
      failures = 0;
      tell();
      return given.length;
    },

    /** Tries again now what needs no person: for when the printer's setting has changed. */
    wake: wakeAndTell,

    /** Somebody signed in or out: what waits for that comes out, or says that it waits. */
    heedPresence(): void {
      if (store.countUnprinted(db) > 0) wakeAndTell();
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
        const problem = { failure: 'till_stopped', detail: 'the till stopped while printing', started: true };
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
