import { z } from 'zod';
import { CALL_ERROR, type MethodShape, none, time } from './common.ts';

/** Why a backup was made. `other`: a person put the file there under a name of their own. */
export const BACKUP_REASONS = ['daily', 'on_demand', 'before_restore', 'before_update', 'other'] as const;

export const backup = z.object({
  /** Its file in the folder of backups: what `backup.restore` takes. */
  name: z.string(),
  at: time,
  /** Bytes. */
  size: z.int(),
  why: z.enum(BACKUP_REASONS),
  /** Whether it is just as it was when it was proven whole. Only then it can be restored. */
  verified: z.boolean(),
  /** Why it cannot be restored. `newer`: it was made by a newer KeyTill; `foreign`: by another till. */
  problem: z.enum(['damaged', 'newer', 'foreign']).optional(),
});
export type Backup = z.output<typeof backup>;

/** How the till's backups are doing. */
export const backupStatus = z.object({
  /** When the newest good one was made. */
  newestAt: time.nullable(),
  /** Why the last attempt failed; left out once one has succeeded. */
  error: CALL_ERROR.optional(),
});
export type BackupStatus = z.output<typeof backupStatus>;

/** What a restore did. */
export const restoreReport = z.object({
  /** The backup, and when it was made. */
  name: z.string(),
  at: time,
  /** The folder that the data from before was put into; null where there was none. */
  setAside: z.string().nullable(),
  /** Rows of the data from before that were carried over into the backup. */
  carried: z.object({ sales: z.int(), orders: z.int(), keys: z.int(), refunds: z.int() }),
  /** Rows that could be read but did not fit. */
  skipped: z.int(),
  /** Whether something that happened after the backup may be missing. */
  gap: z.boolean(),
  /** Orders that the partner is asked about, or that a person should look at. */
  orders: z.int(),
});
export type RestoreReport = z.output<typeof restoreReport>;

export const backupMethods = {
  'backup.create': { role: 'manager', input: none, output: z.object({ backup }) },
  /** Newest first. Each is looked at anew. */
  'backup.list': {
    role: 'manager',
    input: none,
    output: z.object({ backups: z.array(backup), ...backupStatus.shape }),
  },
  /**
   * Puts the data of a backup in the place of the present data, which is set aside. What happened after the backup is
   * carried over as far as it can be read. Everyone is signed out.
   */
  'backup.restore': {
    role: 'manager',
    input: z.strictObject({ name: z.string().min(1).max(255) }),
    output: z.object({ report: restoreReport }),
  },
} as const satisfies Record<string, MethodShape>;
