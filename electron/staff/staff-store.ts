import type { Role } from '../../shared/people.ts';
import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';
import type { PinHash } from './pin.ts';

export interface StoredStaff {
  id: string;
  name: string;
  role: Role;
  pin: PinHash;
  failedAttempts: number;
  lockRemainingMs: number;
}

interface StaffRow {
  id: string;
  name: string;
  role: Role;
  pin_salt: Buffer;
  pin_hash: Buffer;
  failed_attempts: number;
  lock_remaining_ms: number;
}

/** Those who may sign in; who was removed stays in the records only. */
export function listStaff(db: Db): StoredStaff[] {
  return sql<[], StaffRow>(db, 'SELECT * FROM staff WHERE removed_at IS NULL ORDER BY created_at, id')
    .all()
    .map(toStaff);
}

export function findStaff(db: Db, id: string): StoredStaff | undefined {
  const row = sql<[string], StaffRow>(db, 'SELECT * FROM staff WHERE id = ? AND removed_at IS NULL').get(id);
  return row && toStaff(row);
}

/** Also of people who were removed: records name them. */
export function nameOf(db: Db, id: string): string | undefined {
  return sql<[string], string>(db, 'SELECT name FROM staff WHERE id = ?').pluck().get(id);
}

export function insertStaff(
  db: Db,
  staff: { id: string; name: string; role: Role; pin: PinHash },
  now: number,
): void {
  changeOne(
    sql(db, 'INSERT INTO staff (id, name, role, pin_salt, pin_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)'),
    staff.id,
    staff.name,
    staff.role,
    staff.pin.salt,
    staff.pin.hash,
    now,
  );
}

export function updateStaff(db: Db, id: string, name: string, role: Role): void {
  changeOne(sql(db, 'UPDATE staff SET name = ?, role = ? WHERE id = ?'), name, role, id);
}

/** A new PIN starts with a clean slate. */
export function updatePin(db: Db, id: string, pin: PinHash): void {
  changeOne(
    sql(
      db,
      'UPDATE staff SET pin_salt = ?, pin_hash = ?, failed_attempts = 0, lock_remaining_ms = 0 WHERE id = ?',
    ),
    pin.salt,
    pin.hash,
    id,
  );
}

export function updateLockout(db: Db, id: string, failedAttempts: number, lockRemainingMs: number): void {
  changeOne(
    sql(db, 'UPDATE staff SET failed_attempts = ?, lock_remaining_ms = ? WHERE id = ?'),
    failedAttempts,
    lockRemainingMs,
    id,
  );
}

export function removeStaff(db: Db, id: string, now: number): void {
  changeOne(sql(db, 'UPDATE staff SET removed_at = ? WHERE id = ? AND removed_at IS NULL'), now, id);
}

function toStaff(row: StaffRow): StoredStaff {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    pin: { salt: row.pin_salt, hash: row.pin_hash },
    failedAttempts: row.failed_attempts,
    lockRemainingMs: row.lock_remaining_ms,
  };
}
