import type { StorageProblem } from '../../shared/contract/terminal.ts';

/** What an error of the database says of the disk; `undefined` where it is about something else. */
export function storageProblem(error: unknown): StorageProblem | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return undefined;
  // The memory that readers and writers share lies in a file too, and there was no room for it.
  if (/^SQLITE_(FULL|IOERR_SHMSIZE)/.test(code)) return 'full';
  if (/^SQLITE_(READONLY|PERM)/.test(code)) return 'read_only';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  return /^SQLITE_(IOERR|CANTOPEN|CORRUPT|NOTADB)/.test(code) ? 'failed' : undefined;
}

/**
 * Whether the transaction that failed so may be in the log all the same: it was written to its end, and only that it came
 * to the disk is not sure. This process does not see it, and the next start would. One whose write was refused has no end.
 */
export function mayBeInLog(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_IOERR_(DIR_)?FSYNC$/.test(String(error.code));
}
