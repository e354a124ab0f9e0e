import { type ErrorShape, TillError } from '../../shared/errors.ts';

/** What a person is told of an error of the disk, SQLite's or the system's. */
export function storageError(error: unknown): ErrorShape {
  if (error instanceof TillError) return error.toShape();
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return { code: 'storage_full', message: 'The disk is full.' };
  const what = error instanceof Error ? `${code} ${error.message}`.trim() : String(error);
  return { code: 'storage_failed', message: `The disk refused it: ${what}` };
}
