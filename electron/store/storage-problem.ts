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
