import type { Db } from '../store/open.ts';
import { unlessDamaged } from '../store/readable-rows.ts';
import { changeOne, sql } from '../store/sql.ts';

export interface AuditRow {
  seq: number;
  at: number;
  staff_id: string | null;
  action: string;
  subject: string | null;
  /** JSON. */
  details: string;
  hash: Buffer;
}

export interface AuditHead {
  seq: number;
  hash: Buffer;
}

/** What stands before the first entry. */
export const NOTHING_BEFORE: AuditHead = { seq: 0, hash: Buffer.alloc(32) };

export function readHead(db: Db): AuditHead {
  return sql<[], AuditHead>(db, 'SELECT seq, hash FROM audit_head').get() ?? NOTHING_BEFORE;
}

export function insertEntry(db: Db, { seq, at, staff_id, action, subject, details, hash }: AuditRow): void {
  changeOne(
    sql(
      db,
      'INSERT INTO audit (seq, at, staff_id, action, subject, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    ...[seq, at, staff_id, action, subject, details, hash],
  );
}

export function hashOfEntry(db: Db, seq: number): Buffer | undefined {
  return sql<[number], Buffer>(db, 'SELECT hash FROM audit WHERE seq = ?').pluck().get(seq);
}

/** `undefined` where there is none, or the file is damaged there. */
export function readableEntry(db: Db, seq: number): AuditRow | undefined {
  return unlessDamaged(() => sql<[number], AuditRow>(db, 'SELECT * FROM audit WHERE seq = ?').get(seq));
}

/** Oldest first. */
export function eachEntry(db: Db): IterableIterator<AuditRow> {
  return db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY seq').iterate();
}

/** Newest first. */
export function entriesBefore(db: Db, seq: number, limit: number): AuditRow[] {
  return db
    .prepare<[number, number], AuditRow>('SELECT * FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?')
    .all(seq, limit);
}

/** Oldest first. */
export function entriesAbout(db: Db, subject: string): AuditRow[] {
  return db.prepare<[string], AuditRow>('SELECT * FROM audit WHERE subject = ? ORDER BY seq').all(subject);
}
