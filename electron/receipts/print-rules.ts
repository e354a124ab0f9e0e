import type { PrinterStatus } from '../../shared/contract/terminal.ts';
import { ERROR_CODES, type ErrorCode, type ErrorShape } from '../../shared/errors.ts';
import type { PrintFailure } from '../ports.ts';
import type { PrintJob, PrintRequest } from './print-store.ts';

const CODES: Readonly<Record<PrintFailure, ErrorCode>> = {
  unreachable: 'printer_unreachable',
  no_paper: 'printer_no_paper',
  cover_open: 'printer_cover_open',
  interrupted: 'printer_interrupted',
  refused: 'printer_refused',
};

/**
 * Never tried again by itself: part of it may lie on the counter, and a key must not come out twice with nobody
 * looking; or it could not be made at all, which waiting does not mend.
 */
export function needsPerson(job: PrintJob): boolean {
  return job.started || job.failure === 'unprintable';
}

/** The oldest that may be printed now. `allowed`: the ids that a person has asked for again. */
export function nextPrint(waiting: readonly PrintJob[], allowed: ReadonlySet<string>): PrintJob | undefined {
  return waiting.find(job => allowed.has(job.id) || !needsPerson(job));
}

export function isSameRequest(job: PrintJob, request: PrintRequest): boolean {
  return job.kind === request.kind && job.saleId === request.saleId && job.orderId === request.orderId;
}

/** What to tell of the waiting prints: first what only a person can solve, then what holds up the line. */
export function problemOf(waiting: readonly PrintJob[]): ErrorShape | undefined {
  const job = waiting.find(needsPerson) ?? waiting.find(({ failure }) => failure !== null);
  if (!job) return undefined;
  const code = codeOf(job);
  return {
    code,
    message: job.detail ?? code,
    details: {
      printId: job.id,
      needsPerson: needsPerson(job),
      ...(job.detail !== null && job.failure !== 'unprintable' && { says: job.detail }),
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
