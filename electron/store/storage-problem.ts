import type { StorageProblem } from '../../shared/contract/terminal.ts';
import { type ErrorShape, TillError } from '../../shared/errors.ts';

/** Calls that touch no file: a right that is missing there says nothing of the disk. */
const NOT_OF_FILES = /^(spawn|connect|listen|bind)/;

/** What an error of the database or of the file system says of the disk; `undefined` where it is about something else. */
export function storageProblem(error: unknown): StorageProblem | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return undefined;
  // The memory that readers and writers share lies in a file too, and there was no room for it.
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/.test(code)) return 'full';
  if (/^(SQLITE_READONLY|SQLITE_PERM|EROFS)/.test(code)) return 'read_only';
  if (/^(EACCES|EPERM)$/.test(code)) return isOfFile(error) ? 'read_only' : undefined;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  return /^(SQLITE_(IOERR|CANTOPEN|CORRUPT|NOTADB)|EIO$)/.test(code) ? 'failed' : undefined;
}

function isOfFile(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && !NOT_OF_FILES.test(String(error.syscall));
}

/** What a person is told of work with files that failed, whatever of. */
export function storageError(error: unknown): ErrorShape {
  if (error instanceof TillError) return error.toShape();
  const problem = storageProblem(error) ?? 'failed';
  return { code: `storage_${problem}`, message: `The disk refused it: ${String(error)}` };
}

/**
 * Whether the transaction that failed so may be in the log all the same: it was written to its end, and only that it came
 * to the disk is not sure. This process does not see it, and the next start would. One whose write was refused has no end.
 */
export function mayBeInLog(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_IOERR_(DIR_)?FSYNC$/.test(String(error.code));
}
