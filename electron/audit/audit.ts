import { createHash } from 'node:crypto';
import type { Db } from '../store/open.ts';
import { unlessDamaged } from '../store/readable-rows.ts';
import { changeOne, sql } from '../store/sql.ts';

/** What is recorded: who did what to which thing. Never a token, a key or a PIN. */
export interface AuditRecord {
  at: number;
  staffId: string | null;
  action: string;
  /** The id of the sale, order, person or offer it is about. */
  subject: string | null;
  details: Record<string, unknown>;
}

export interface StoredAudit extends AuditRecord {
  seq: number;
}

interface Row {
  seq: number;
  at: number;
  staff_id: string | null;
  action: string;
  subject: string | null;
  details: string;
  hash: Buffer;
}

interface Head {
  seq: number;
  hash: Buffer;
}

const NOTHING_BEFORE: Head = { seq: 0, hash: Buffer.alloc(32) };

/** Adds one link to the chain, in the transaction of what it records. */
export function appendAudit(db: Db, record: AuditRecord): void {
  const head = readHead(db);
  const seq = head.seq + 1;
  const details = JSON.stringify(record.details);
  const link = {
    seq,
    at: record.at,
    staff_id: record.staffId,
    action: record.action,
    subject: record.subject,
    details,
  };
  const hash = chain(head.hash, link);
  const { at, staffId, action, subject } = record;
  changeOne(
    sql(
      db,
      'INSERT INTO audit (seq, at, staff_id, action, subject, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    ...[seq, at, staffId, action, subject, details, hash],
  );
}

/** How many entries there are, by what its head says. */
export const lengthOfAudit = (db: Db): number => readHead(db).seq;

function readHead(db: Db): Head {
  return sql<[], Head>(db, 'SELECT seq, hash FROM audit_head').get() ?? NOTHING_BEFORE;
}

/** Whether `later` holds the newest entry of `earlier`, with all that came before it: it is what became of it. */
export function isSequelOf(later: Db, earlier: Db): boolean {
  const { seq, hash } = readHead(earlier);
  const found = later.prepare<[number], Buffer>('SELECT hash FROM audit WHERE seq = ?').pluck().get(seq);
  return found?.equals(hash) ?? false;
}

/**
 * Adds to `into` the entries that `later` holds after its newest one, each as it was written, as far as they can be read
 * and fit the chain. Returns whether that was all of them.
 */
export function continueAudit(later: Db, into: Db): boolean {
  let head: Head = readHead(into);
  const insert = into.prepare(
    `INSERT INTO audit (seq, at, staff_id, action, subject, details, hash)
     VALUES (@seq, @at, @staff_id, @action, @subject, @details, @hash)`,
  );
  const next = later.prepare<[number], Row>('SELECT * FROM audit WHERE seq = ?');
  for (;;) {
    const row = unlessDamaged(() => next.get(head.seq + 1));
    if (!row || !chain(head.hash, row).equals(row.hash)) break;
    insert.run(row);
    head = row;
  }
  return unlessDamaged(() => readHead(later))?.hash.equals(head.hash) ?? false;
}

/** Walks the chain from its first link to its head; `brokenAt` is the first entry that is not what was written. */
export function verifyAudit(db: Db): { ok: boolean; entries: number; brokenAt?: number } {
  let previous = NOTHING_BEFORE.hash;
  let entries = 0;
  for (const row of db.prepare<[], Row>('SELECT * FROM audit ORDER BY seq').iterate()) {
    entries++;
    if (row.seq !== entries || !chain(previous, row).equals(row.hash))
      return { ok: false, entries, brokenAt: row.seq };
    previous = row.hash;
  }
  const head = readHead(db);
  if (entries !== head.seq || !previous.equals(head.hash))
    return { ok: false, entries, brokenAt: entries + 1 };
  return { ok: true, entries };
}

/** Newest first. `before`: only entries older than this one. */
export function listAudit(db: Db, limit: number, before?: number): StoredAudit[] {
  return db
    .prepare<[number, number], Row>('SELECT * FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?')
    .all(before ?? Number.MAX_SAFE_INTEGER, limit)
    .map(toRecord);
}

/** Oldest first. */
export function auditOf(db: Db, subject: string): StoredAudit[] {
  return db
    .prepare<[string], Row>('SELECT * FROM audit WHERE subject = ? ORDER BY seq')
    .all(subject)
    .map(toRecord);
}

function chain(previous: Buffer, row: Omit<Row, 'hash'>): Buffer {
  const text = JSON.stringify([row.seq, row.at, row.staff_id, row.action, row.subject, row.details]);
  return createHash('sha256').update(previous).update(text).digest();
}

function toRecord(row: Row): StoredAudit {
  return {
    seq: row.seq,
    at: row.at,
    staffId: row.staff_id,
    action: row.action,
    subject: row.subject,
    details: JSON.parse(row.details),
  };
}
