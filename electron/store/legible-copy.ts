import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import Database from 'better-sqlite3';

/** Places in the first page. */
const PAGE_SIZE_AT = 16;
const WRITE_FORMAT_AT = 18;
const VALID_FOR_AT = 92;

/**
 * Copies a damaged database, with its log, to `copy`, and puts those pages of `backup` into the copy that say where
 * everything lies. `backup` is an earlier copy of the same file: these pages are written when tables are made, and no
 * table moves. Returns false where there is too little left to be read.
 */
export function makeLegibleCopy(damaged: string, backup: string, copy: string): boolean {
  removeLegibleCopy(copy);
  copyFileSync(damaged, copy);
  const hasLog = existsSync(`${damaged}-wal`);
  if (hasLog) copyFileSync(`${damaged}-wal`, `${copy}-wal`);
  const [from, to] = [openSync(backup, 'r'), openSync(copy, 'r+')];
  try {
    const length = statSync(copy).size;
    const pageSize = read(from, PAGE_SIZE_AT, 2).readUInt16BE();
    if (length < 2 * pageSize) return false;
    for (const page of schemaPages(backup)) {
      const at = (page - 1) * pageSize;
      if (at + pageSize <= length) writeSync(to, read(from, at, pageSize), 0, pageSize, at);
    }
    // The backup was another number of pages long: let the length of the file count.
    writeSync(to, Buffer.alloc(4), 0, 4, VALID_FOR_AT);
    if (hasLog) writeSync(to, Buffer.of(2, 2), 0, 2, WRITE_FORMAT_AT);
    return true;
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

export function removeLegibleCopy(copy: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(copy + end, { force: true });
}

function read(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, at);
  return bytes;
}

function schemaPages(backup: string): number[] {
  const db = new Database(backup, { readonly: true });
  try {
    return db.prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'`).pluck().all();
  } finally {
    db.close();
  }
}
