import type { PrintFailure } from '../../../shared/print-failure.ts';
import type { PrintResult } from '../../ports.ts';

export function failed(failure: PrintFailure, started: boolean, detail: string): PrintResult {
  return { ok: false, failure, started, detail };
}

export const PRINTED: PrintResult = { ok: true };

/** "ENOENT" of a Node error, where there is one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const FAILURES: Readonly<Record<string, PrintFailure>> = {
  ECONNREFUSED: 'connection_refused',
  ETIMEDOUT: 'no_answer',
  ENOTFOUND: 'unknown_host',
  EAI_AGAIN: 'unknown_host',
  EHOSTUNREACH: 'no_route',
  ENETUNREACH: 'no_route',
  EHOSTDOWN: 'no_route',
  ENOENT: 'device_missing',
  ENODEV: 'device_missing',
  ENXIO: 'device_missing',
  EACCES: 'not_permitted',
  EPERM: 'not_permitted',
  EROFS: 'not_permitted',
  EBUSY: 'busy',
  EISDIR: 'not_a_printer',
};

/** What kept a printer from being opened, by what Node says of it. */
export const failureToOpen = (error: unknown): PrintFailure => FAILURES[codeOf(error) ?? ''] ?? 'unreachable';
