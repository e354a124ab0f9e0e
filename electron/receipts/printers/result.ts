import type { PrintFailure, PrintResult } from '../../ports.ts';

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
