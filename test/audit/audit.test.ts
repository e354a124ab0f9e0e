import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { appendAudit, auditOf, listAudit, verifyAudit } from '../../electron/audit/audit.ts';
import { listEntries } from '../../electron/audit/audit-view.ts';
import { type Db, openStore } from '../../electron/store/open.ts';

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-audit-'));
  db = openStore(join(folder, 'keytill.db'));
  for (let entry = 1; entry <= 6; entry++) add(entry);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (entry: number): void =>
  appendAudit(db, {
    at: 1_000 * entry,
    staffId: entry % 2 ? 's1' : null,
    action: 'order.queued',
    subject: `order-${Math.ceil(entry / 2)}`,
    details: { entry, cost: '23.09' },
  });

/** As someone would who has the file and knows SQL. */
function inTheFile(change: string): void {
  const other = new Database(join(folder, 'keytill.db'));
  for (const trigger of ['changed', 'shortened', 'replaced'])
    other.exec(`DROP TRIGGER audit_is_never_${trigger}`);
  other.exec(change);
  other.close();
}

describe('the chain of the audit', () => {
  it('holds over everything that was written', () => {
    expect(verifyAudit(db)).toEqual({ ok: true, entries: 6 });
    add(7);
    expect(verifyAudit(db)).toEqual({ ok: true, entries: 7 });
  });

  it('holds over an audit in which nothing has been written yet', () => {
    const empty = openStore(':memory:');
    expect(verifyAudit(empty)).toEqual({ ok: true, entries: 0 });
    empty.close();
  });

  test.each([
    ['a changed time', 'UPDATE audit SET at = at + 1 WHERE seq = 3', 3],
    ['a changed person', "UPDATE audit SET staff_id = 's2' WHERE seq = 3", 3],
    ['a removed person', 'UPDATE audit SET staff_id = NULL WHERE seq = 3', 3],
    ['a changed action', "UPDATE audit SET action = 'order.sending' WHERE seq = 3", 3],
    ['a changed subject', "UPDATE audit SET subject = 'order-9' WHERE seq = 3", 3],
    ['a changed detail', `UPDATE audit SET details = replace(details, '23.09', '0.01') WHERE seq = 3`, 3],
    ['a changed hash', 'UPDATE audit SET hash = zeroblob(32) WHERE seq = 3', 3],
    ['a first entry that is gone', 'DELETE FROM audit WHERE seq = 1', 2],
    ['an entry that is gone', 'DELETE FROM audit WHERE seq = 3', 4],
    [
      'a gap that was closed',
      'DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3',
      3,
    ],
    [
      'entries that changed places',
      'UPDATE audit SET seq = 99 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 99',
      3,
    ],
    [
      'an entry that was put in',
      `INSERT INTO audit SELECT 7, at, staff_id, action, subject, details, hash FROM audit WHERE seq = 6`,
      7,
    ],
    ['a last entry that is gone', 'DELETE FROM audit WHERE seq = 6', 6],
    ['everything gone', 'DELETE FROM audit', 1],
  ])('is broken by %s', (_, change, brokenAt) => {
    inTheFile(change);
    expect(verifyAudit(db)).toMatchObject({ ok: false, brokenAt });
  });

  it('stays broken where its end was cut off and it was written on', () => {
    inTheFile('DELETE FROM audit WHERE seq > 4');
    add(7);
    expect(verifyAudit(db)).toMatchObject({ ok: false, brokenAt: 7 });
    add(8);
    expect(verifyAudit(db)).toMatchObject({ ok: false, brokenAt: 7 });
  });
});

describe('the audit', () => {
  it('can only grow', () => {
    expect(() => db.exec('UPDATE audit SET at = 0')).toThrow('the audit can only grow');
    expect(() => db.exec('DELETE FROM audit')).toThrow('the audit can only grow');
    expect(() => db.exec('INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 6')).toThrow();
  });

  it('is read newest first, a page at a time, or for one thing from its beginning', () => {
    expect(listAudit(db, 2).map(({ seq }) => seq)).toEqual([6, 5]);
    expect(listAudit(db, 2, 5).map(({ seq }) => seq)).toEqual([4, 3]);
    expect(auditOf(db, 'order-2').map(({ seq }) => seq)).toEqual([3, 4]);
    expect(auditOf(db, 'order-9')).toEqual([]);
  });

  it('is shown with the names of those who did it', () => {
    const staff = { nameOf: (id: string) => (id === 's1' ? 'Mira' : undefined) };
    const orders = { saleNumberOf: (id: string) => (id === 'order-2' ? 1001 : undefined) };
    const first = listEntries({ db, staff, orders }, { limit: 4 });
    expect(first.entries[1]).toEqual({
      seq: 5,
      at: '1970-01-01T00:00:05.000Z',
      action: 'order.queued',
      staffName: 'Mira',
      subject: 'order-3',
      details: 'entry: 5, cost: 23.09',
    });
    expect(first.entries[2]).toMatchObject({ details: 'sale: 1001, entry: 4, cost: 23.09' });
    const rest = listEntries({ db, staff, orders }, { limit: 4, cursor: first.nextCursor });
    expect([...first.entries, ...rest.entries].map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(rest.nextCursor).toBeUndefined();
  });
});
