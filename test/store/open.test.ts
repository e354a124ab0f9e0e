import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DamagedDatabase } from '../../electron/store/check.ts';
import { migrate, NewerDatabase } from '../../electron/store/migrate.ts';
import { MIGRATIONS } from '../../electron/store/migrations/index.ts';
import { openStore } from '../../electron/store/open.ts';
import { changeOne, sql } from '../../electron/store/sql.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-store-'));
  path = join(folder, 'keytill.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filled = (): void => {
  const db = openStore(path);
  db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run(
    'note',
    JSON.stringify('x'.repeat(50_000)),
  );
  db.close();
};

describe('opening the store', () => {
  it('makes a file in which a transaction that has returned is on disk', () => {
    const db = openStore(path);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('temp_store', { simple: true })).toBe(2);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    db.close();
    const again = openStore(path);
    expect(again.pragma('synchronous', { simple: true })).toBe(2);
    again.close();
  });

  it('has STRICT tables only, but for the search index', () => {
    const db = openStore(path);
    const tables = db.pragma('table_list') as {
      schema: string;
      name: string;
      type: string;
      strict: number;
    }[];
    const loose = tables.filter(
      ({ schema, name, type, strict }) =>
        schema === 'main' && type === 'table' && !strict && name !== 'sqlite_schema',
    );
    expect(loose).toEqual([]);
    db.close();
  });

  it('refuses a file from a newer KeyTill and leaves it as it is', () => {
    filled();
    const newer = new Database(path);
    newer.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    newer.close();
    const before = readFileSync(path);
    expect(() => openStore(path)).toThrow(NewerDatabase);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('says of a file that is no database that it is damaged, and leaves it as it is', () => {
    writeFileSync(path, 'this was a database once, and now it is not'.repeat(100));
    const before = readFileSync(path);
    expect(() => openStore(path)).toThrow(DamagedDatabase);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('says so of a file that was cut short, or has a page overwritten', () => {
    filled();
    const whole = readFileSync(path);
    truncateSync(path, Math.floor(whole.length / 2 / 4096) * 4096);
    const short = readFileSync(path);
    expect(() => openStore(path)).toThrow(DamagedDatabase);
    expect(readFileSync(path).equals(short)).toBe(true);
    const scribbled = Buffer.from(whole);
    scribbled.fill(0xa5, 4096, 3 * 4096);
    writeFileSync(path, scribbled);
    expect(() => openStore(path)).toThrow(DamagedDatabase);
    expect(readFileSync(path).equals(scribbled)).toBe(true);
  });

  it('says so, too, where the damage is among the pages that are free', () => {
    filled();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 32, 36));
    expect(() => openStore(path)).toThrow(DamagedDatabase);
  });

  it('leaves a damaged file as it is with what a killed process had not folded in yet', () => {
    filled();
    const db = openStore(path);
    db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run('late', '"news"');
    const killed = join(folder, 'killed.db');
    for (const end of ['', '-wal']) copyFileSync(path + end, killed + end);
    db.close();
    const scribbled = readFileSync(killed);
    scribbled.fill(0xa5, 2 * 4096, 6 * 4096);
    writeFileSync(killed, scribbled);
    const wal = readFileSync(`${killed}-wal`);
    expect(() => openStore(killed)).toThrow(DamagedDatabase);
    expect(readFileSync(killed).equals(scribbled)).toBe(true);
    expect(existsSync(`${killed}-wal`) && readFileSync(`${killed}-wal`).equals(wal)).toBe(true);
  });

  it('starts after a very first start that was cut off while it still kept a journal', () => {
    const db = new Database(path);
    db.exec('CREATE TABLE t (x)');
    const insert = db.prepare('INSERT INTO t VALUES (randomblob(3000))');
    for (let row = 0; row < 50; row++) insert.run();
    db.pragma('cache_size = 1');
    db.exec('BEGIN; UPDATE t SET x = randomblob(3000)');
    const cutOff = join(folder, 'cut-off.db');
    for (const end of ['', '-journal']) copyFileSync(path + end, cutOff + end);
    db.close();
    const again = openStore(cutOff);
    expect(again.prepare('SELECT count(*) FROM t').pluck().get()).toBe(50);
    again.close();
  });

  it('finds everything that was committed before the process was killed, and leaves none of it to the old log', () => {
    const db = openStore(path);
    db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run('late', '"news"');
    const killed = join(folder, 'killed.db');
    for (const end of ['', '-wal']) copyFileSync(path + end, killed + end);
    db.close();
    const again = openStore(killed);
    expect(again.prepare('SELECT value FROM settings WHERE name = ?').pluck().get('late')).toBe('"news"');
    expect(statSync(`${killed}-wal`).size).toBe(0);
    again.close();
  });
});

describe('migrating', () => {
  it('runs each step once, in order, and keeps what is there', () => {
    const db = new Database(':memory:');
    const steps = ['CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)'];
    migrate(db, steps);
    steps.push('ALTER TABLE a ADD COLUMN y TEXT', 'UPDATE a SET x = x + 1');
    migrate(db, steps);
    migrate(db, steps);
    expect(db.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 2, y: null }]);
    expect(db.pragma('user_version', { simple: true })).toBe(3);
    db.close();
  });

  it('does a step wholly or not at all', () => {
    const db = new Database(':memory:');
    const steps = [
      'CREATE TABLE a (x INTEGER)',
      'CREATE TABLE b (x INTEGER); INSERT INTO nowhere VALUES (1)',
    ];
    expect(() => migrate(db, steps)).toThrow('nowhere');
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'b'`).pluck().get()).toBe(0);
    db.close();
  });
});

describe('a write', () => {
  it('that touches another number of rows than one is an error', () => {
    const db = openStore(':memory:');
    const insert = sql(db, 'INSERT INTO settings (name, value) VALUES (?, ?)');
    changeOne(insert, 'a', '1');
    changeOne(insert, 'b', '1');
    expect(() => changeOne(sql(db, `UPDATE settings SET value = '2' WHERE name = 'c'`))).toThrow('changed 0');
    expect(() => changeOne(sql(db, `UPDATE settings SET value = '2'`))).toThrow('changed 2');
    db.close();
  });
});
