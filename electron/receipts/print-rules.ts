import type { PrinterStatus } from '../../shared/contract/terminal.ts';
import { ERROR_CODES, type ErrorCode, type ErrorShape } from '../../shared/errors.ts';
import type { PrintFailure } from '../../shared/print-failure.ts';
import type { PrintJob, PrintRequest } from './print-store.ts';

const CODES: Readonly<Record<PrintFailure, ErrorCode>> = {
  unreachable: 'printer_unreachable',
  connection_refused: 'printer_unreachable',
  no_answer: 'printer_unreachable',
  unknown_host: 'printer_unreachable',
  no_route: 'printer_unreachable',
  device_missing: 'printer_unreachable',
  no_print_system: 'printer_unreachable',
  no_such_printer: 'printer_unreachable',
  no_drivers: 'printer_unreachable',
  no_paper: 'printer_no_paper',
  cover_open: 'printer_cover_open',
  interrupted: 'printer_interrupted',
  connection_lost: 'printer_interrupted',
  stalled: 'printer_interrupted',
  not_confirmed: 'printer_interrupted',
  till_stopped: 'printer_interrupted',
  refused: 'printer_refused',
  not_permitted: 'printer_refused',
  busy: 'printer_refused',
  disk_full: 'printer_refused',
  not_a_printer: 'printer_refused',
  own_error: 'printer_refused',
  off_line: 'printer_refused',
};

const WAITS_FOR_SOMEBODY: ErrorShape = {
  code: 'print_needs_sign_in',
  message: 'A print with a key on it waits for somebody to sign in.',
};

/** Nothing is printed unattended later than this: its customer may be gone, and a key would lie there. */
const AT_THE_COUNTER_MS = 3 * 60_000;

/** A clock that was set back since does not make a customer come back. */
export const isAtTheCounter = (since: number, now: number): boolean =>
  Math.abs(now - since) < AT_THE_COUNTER_MS;

/** A print as it stands now. */
export interface Waiting extends PrintJob {
  /** A key would be on it, and may not come out whenever it can. */
  hasKey: boolean;
  /** Asked for too long ago for a key to come out by itself. */
  isLate: boolean;
}

/** `hasKeys` is asked, of the sale, only where the answer matters: late, or with nobody signed in. */
export function asOf(
  job: PrintJob,
  now: number,
  isSignedIn: boolean,
  hasKeys: (job: PrintJob) => boolean,
): Waiting {
  const isOverdue = !isAtTheCounter(job.askedAt, now);
  const hasKey = (isOverdue || !isSignedIn) && hasKeys(job);
  return { ...job, hasKey, isLate: hasKey && isOverdue };
}

/**
 * Never tried again by itself: part of it may lie on the counter, and a key must not come out twice with nobody
 * looking; or it could not be made at all, which waiting does not mend.
 */
export function wasStopped(job: PrintJob): boolean {
  return job.started || job.failure === 'unprintable';
}

const needsPerson = (job: Waiting): boolean => wasStopped(job) || job.isLate;

/** The oldest that may be printed now. `allowed`: the ids that a person has asked for again. */
export function nextPrint(
  waiting: readonly Waiting[],
  allowed: ReadonlySet<string>,
  isSignedIn: boolean,
): Waiting | undefined {
  return waiting.find(
    job => (isSignedIn || !job.hasKey) && !job.isLate && (allowed.has(job.id) || !wasStopped(job)),
  );
}

/** In how many milliseconds the next of them becomes late. */
export function nextLate(waiting: readonly Waiting[], now: number): number | undefined {
  const due = waiting.filter(job => job.hasKey && !job.isLate).map(job => job.askedAt + AT_THE_COUNTER_MS);
  return due.length > 0 ? Math.min(...due) - now : undefined;
}

/** A slip that waits is the receipt that its sale has meanwhile: either comes out as what it is then. */
export function isSameRequest(job: PrintJob, request: PrintRequest): boolean {
  return job.saleId === request.saleId && job.orderId === request.orderId;
}

/** What to tell of the waiting prints: first what only a person can solve, then what holds up the line. */
export function problemOf(
  waiting: readonly Waiting[],
  isSignedIn: boolean,
  numberOf: (saleId: string) => string,
): ErrorShape | undefined {
  const job = waiting.find(needsPerson) ?? waiting.find(({ failure }) => failure !== null);
  if (!job) return !isSignedIn && waiting.some(({ hasKey }) => hasKey) ? WAITS_FOR_SOMEBODY : undefined;
  if (!wasStopped(job) && job.isLate && job.saleId !== null) {
    return {
      code: 'print_waits_for_person',
      message: 'A print with a key on it waits for somebody to ask for it.',
      details: { printId: job.id, needsPerson: true, sale: numberOf(job.saleId) },
    };
  }
  const code = codeOf(job);
  return {
    code,
    message: job.detail ?? code,
    details: {
      printId: job.id,
      needsPerson: needsPerson(job),
      ...(job.failure !== 'unprintable' && { failure: job.failure, says: job.detail }),
    },
  };
}

function codeOf({ failure, detail }: PrintJob): ErrorCode {
  if (failure === 'unprintable') return ERROR_CODES.find(code => code === detail) ?? 'internal';
  return failure !== null && Object.hasOwn(CODES, failure)
    ? CODES[failure as PrintFailure]
    : 'printer_interrupted';
}

export function printerStatus(
  target: string | null,
  printing: boolean,
  unprinted: number,
  error: ErrorShape | undefined,
): PrinterStatus {
  const state = target === null ? 'none' : printing ? 'printing' : unprinted > 0 ? 'waiting' : 'ready';
  return { target, state, waiting: unprinted, ...(error && { error }) };
}
