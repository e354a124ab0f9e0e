import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { tillOf, verifyAudit } from '../audit/audit.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import { verdictOn } from '../store/soundness.ts';

export type BackupProblem = 'damaged' | 'newer';

/** Why this file cannot be used as a till's data; `undefined` where every page, and the audit's whole chain, is sound. */
export function problemIn(path: string): BackupProblem | undefined {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > MIGRATIONS.length) return 'newer';
    const isSound = version > 0 && verdictOn(db, 'integrity_check') === 'ok';
    return isSound && verifyAudit(db).ok ? undefined : 'damaged';
  } catch (error) {
    if (error instanceof Database.SqliteError) return 'damaged';
    throw error;
  } finally {
    db?.close();
  }
}

/** Whose data a sound file holds. */
export function tillIn(path: string): string | undefined {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return tillOf(db);
  } finally {
    db.close();
  }
}

const PIECE_BYTES = 1024 * 1024;

/** 128 bits of SHA-256 over the file, as it stands in the name of a backup. */
export function digestOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let read = 1; read > 0; ) {
      read = readSync(file, piece, 0, PIECE_BYTES, null);
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Where SQLite keeps `user_version` in the first page. */
const USER_VERSION_AT = 60;

/** Without opening it as a database. */
export function versionIn(path: string): number {
  const header = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, 4, USER_VERSION_AT);
  } finally {
    closeSync(file);
  }
  return header.readUInt32BE(0);
}
