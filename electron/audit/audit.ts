import { createHash } from 'node:crypto';
import type { Db } from '../store/open.ts';
import { unlessDamaged } from '../store/readable-rows.ts';
import {
  type AuditRow,
  eachEntry,
  entriesAbout,
  entriesBefore,
  hashOfEntry,
  insertEntry,
  NOTHING_BEFORE,
  readableEntry,
  readHead,
} from './audit-store.ts';

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
  insertEntry(db, { ...link, hash: chain(head.hash, link) });
}

/** How many entries there are, by what its head says. */
export const lengthOfAudit = (db: Db): number => readHead(db).seq;

/** Which till's data this is: the first entry of its audit is in every copy of it, and nothing changes it. */
export const tillOf = (db: Db): string | undefined => hashOfEntry(db, 1)?.toString('hex').slice(0, 32);

/** Whether `later` holds the newest entry of `earlier`, with all that came before it: it is what became of it. */
export function isSequelOf(later: Db, earlier: Db): boolean {
  const { seq, hash } = readHead(earlier);
  return hashOfEntry(later, seq)?.equals(hash) ?? false;
}

/**
 * Adds to `into` the entries that `later` holds after its newest one, each as it was written, as far as they can be read
 * and fit the chain. Returns whether that was all of them.
 */
export function continueAudit(later: Db, into: Db): boolean {
  let head = readHead(into);
  for (;;) {
    const row = readableEntry(later, head.seq + 1);
    if (!row || !chain(head.hash, row).equals(row.hash)) break;
    insertEntry(into, row);
    head = row;
  }
  return unlessDamaged(() => readHead(later))?.hash.equals(head.hash) ?? false;
}

/** Walks the chain from its first link to its head; `brokenAt` is the first entry that is not what was written. */
export function verifyAudit(db: Db): { ok: boolean; entries: number; brokenAt?: number } {
  let previous = NOTHING_BEFORE.hash;
  let entries = 0;
  for (const row of eachEntry(db)) {
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
  return entriesBefore(db, before ?? Number.MAX_SAFE_INTEGER, limit).map(toRecord);
}

/** Oldest first. */
export function auditOf(db: Db, subject: string): StoredAudit[] {
  return entriesAbout(db, subject).map(toRecord);
}

function chain(previous: Buffer, row: Omit<AuditRow, 'hash'>): Buffer {
  const text = JSON.stringify([row.seq, row.at, row.staff_id, row.action, row.subject, row.details]);
  return createHash('sha256').update(previous).update(text).digest();
}

function toRecord(row: AuditRow): StoredAudit {
  return {
    seq: row.seq,
    at: row.at,
    staffId: row.staff_id,
    action: row.action,
    subject: row.subject,
    details: JSON.parse(row.details),
  };
}
