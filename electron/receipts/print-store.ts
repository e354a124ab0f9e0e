import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';

export type PrintKind = 'receipt' | 'slip' | 'test';

/** What is asked for. `orderId`: only that order's key, on the receipt of its sale. */
export interface PrintRequest {
  kind: PrintKind;
  saleId: string | null;
  orderId: string | null;
}

export interface PrintJob extends PrintRequest {
  id: string;
  /** The same has been on paper before, or may have been. */
  copy: boolean;
  state: 'waiting' | 'printing' | 'printed' | 'discarded';
  /** Bytes went to a printer in an attempt that did not succeed. */
  started: boolean;
  attempts: number;
  failure: string | null;
  detail: string | null;
  /** Who asked for it last; null: the till itself. */
  staffId: string | null;
  /** When a person last asked for it, in milliseconds. */
  askedAt: number;
}

interface Row {
  id: string;
  kind: PrintKind;
  sale_id: string | null;
  order_id: string | null;
  copy: number;
  state: PrintJob['state'];
  started: number;
  attempts: number;
  failure: string | null;
  detail: string | null;
  staff_id: string | null;
  created_at: number;
}

export function insertPrint(
  db: Db,
  job: PrintRequest & Pick<PrintJob, 'id' | 'copy' | 'staffId' | 'askedAt'>,
  now: number,
): void {
  changeOne(
    sql(
      db,
      `INSERT INTO prints (id, kind, sale_id, order_id, copy, state, attempts, staff_id, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?)`,
    ),
    job.id,
    job.kind,
    job.saleId,
    job.orderId,
    Number(job.copy),
    job.staffId,
    job.askedAt,
    now,
  );
}

/** A person asks for a print that waits: from here on it is theirs. */
export function markAsked(db: Db, id: string, staffId: string, now: number): void {
  changeOne(
    sql(
      db,
      "UPDATE prints SET staff_id = ?, created_at = ?, updated_at = ? WHERE id = ? AND state = 'waiting'",
    ),
    staffId,
    now,
    now,
    id,
  );
}

/** Oldest first. */
export function waitingPrints(db: Db): PrintJob[] {
  return sql<[], Row>(db, "SELECT * FROM prints WHERE state = 'waiting' ORDER BY rowid").all().map(toJob);
}

/** How many have not come out: waiting, or on their way. */
export function countUnprinted(db: Db): number {
  const count = sql(db, "SELECT count(*) FROM prints WHERE state IN ('waiting', 'printing')").pluck().get();
  return Number(count);
}

/**
 * Whether paper with the same on it is, or may be, in someone's hands. One order is on its own print and on those of its
 * whole sale; a whole sale is on any of its prints. What was on a receipt before is no first slip either, and a key that
 * was on a slip is a copy on the receipt.
 */
export function wasPrinted(db: Db, { kind, saleId, orderId }: PrintRequest): boolean {
  const found = sql(
    db,
    `SELECT 1 FROM prints
       WHERE sale_id = ? AND kind IN (?, 'receipt') AND (state IN ('printed', 'printing') OR started = 1)
         AND (? IS NULL OR order_id IS NULL OR order_id = ?)
     UNION ALL
     SELECT 1 FROM audit
       WHERE action = 'key.printed'
         AND subject IN (SELECT id FROM orders WHERE sale_id = ? AND (? IS NULL OR id = ?)) LIMIT 1`,
  ).get(saleId, kind, orderId, orderId, saleId, orderId, orderId);
  return found !== undefined;
}

/** From here on bytes may come out: told to the disk before the printer hears of it. */
export function markPrinting(db: Db, job: PrintJob, now: number): void {
  changeOne(
    sql(
      db,
      `UPDATE prints SET state = 'printing', kind = ?, copy = ?, attempts = attempts + 1, updated_at = ?
       WHERE id = ? AND state = 'waiting'`,
    ),
    job.kind,
    Number(job.copy),
    now,
    job.id,
  );
}

export function markPrinted(db: Db, id: string, now: number): void {
  changeOne(
    sql(
      db,
      `UPDATE prints SET state = 'printed', failure = NULL, detail = NULL, updated_at = ?
       WHERE id = ? AND state = 'printing'`,
    ),
    now,
    id,
  );
}

/** Back to waiting. Once started stays started: nobody can take paper back. */
export function markFailed(
  db: Db,
  id: string,
  problem: { failure: string; detail: string; started: boolean },
  now: number,
): void {
  changeOne(
    sql(
      db,
      `UPDATE prints SET state = 'waiting', failure = ?, detail = ?, started = max(started, ?), updated_at = ?
       WHERE id = ? AND state IN ('waiting', 'printing')`,
    ),
    problem.failure,
    problem.detail,
    Number(problem.started),
    now,
    id,
  );
}

export function markDiscarded(db: Db, id: string, now: number): void {
  changeOne(
    sql(db, "UPDATE prints SET state = 'discarded', updated_at = ? WHERE id = ? AND state = 'waiting'"),
    now,
    id,
  );
}

export function deletePrintsOf(db: Db, saleId: string): void {
  sql(db, 'DELETE FROM prints WHERE sale_id = ?').run(saleId);
}

export function discardAll(db: Db, now: number): void {
  sql(db, "UPDATE prints SET state = 'discarded', updated_at = ? WHERE state IN ('waiting', 'printing')").run(
    now,
  );
}

/** The ones that were on their way when the till stopped. */
export function printsInFlight(db: Db): PrintJob[] {
  return sql<[], Row>(db, "SELECT * FROM prints WHERE state = 'printing'").all().map(toJob);
}

function toJob(row: Row): PrintJob {
  return {
    id: row.id,
    kind: row.kind,
    saleId: row.sale_id,
    orderId: row.order_id,
    copy: row.copy === 1,
    state: row.state,
    started: row.started === 1,
    attempts: row.attempts,
    failure: row.failure,
    detail: row.detail,
    staffId: row.staff_id,
    askedAt: row.created_at,
  };
}

/** Whether anything was ever asked to be printed of this sale. */
export function hasPrints(db: Db, saleId: string): boolean {
  return sql(db, 'SELECT 1 FROM prints WHERE sale_id = ? LIMIT 1').get(saleId) !== undefined;
}
