/** Why the till made a backup. */
export type BackupWhy = 'daily' | 'on_demand' | 'before_restore' | 'before_update';

export interface NamedBackup {
  /** Milliseconds since the epoch. */
  at: number;
  why: BackupWhy;
  /** The beginning of its till's id; left out of older names. */
  till?: string | undefined;
  /** Of its bytes, when it was proven whole: a file that changed since does not fit its name any more. */
  digest: string;
}

const NAME =
  /^keytill_(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z_(daily|on_demand|before_restore|before_update)(?:_([0-9a-f]{8}))?_([0-9a-f]{32})\.db$/;

/** "keytill_2026-03-29T12-00-00-000Z_daily_<till>_<digest>.db": when (UTC), why, whose and what, on any file system. */
export function nameBackup({ at, why, till, digest }: NamedBackup): string {
  return `keytill_${stampOf(at)}_${why}${till === undefined ? '' : `_${till.slice(0, 8)}`}_${digest}.db`;
}

/** `undefined` where the till did not name it so. */
export function readBackupName(name: string): NamedBackup | undefined {
  const [, date, hours, minutes, seconds, ms, why, till, digest = ''] = NAME.exec(name) ?? [];
  const at = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${ms}Z`);
  return Number.isNaN(at) ? undefined : { at, why: why as BackupWhy, ...(till ? { till } : {}), digest };
}

/** A moment in a file's name: "2026-03-29T12-00-00-000Z". */
export function stampOf(at: number): string {
  return new Date(at).toISOString().replace(/[:.]/g, '-');
}
