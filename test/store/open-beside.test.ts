import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBeside } from '../../electron/backup/beside.ts';
import { DamagedDatabase } from '../../electron/store/check.ts';
import { openStore } from '../../electron/store/open.ts';
import { openBeside } from '../../electron/store/open-beside.ts';
import { BACKUP_PROGRAM } from '../support/test-till.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-large-'));
  path = join(folder, 'keytill.db');
  const db = openStore(path);
  db.exec('CREATE TABLE ballast (bytes BLOB) STRICT');
  const put = db.prepare('INSERT INTO ballast VALUES (zeroblob(1000000))');
  for (let megabyte = 0; megabyte < 10; megabyte++) put.run();
  db.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const beside = createBeside(BACKUP_PROGRAM);

test('while a large database is looked through, everything else goes on', async () => {
  let isOpen = false;
  const opening = openBeside(path, 0, beside).then(db => {
    isOpen = true;
    return db;
  });
  await setImmediate();
  expect(isOpen).toBe(false);
  const db = await opening;
  expect(db.prepare('SELECT count(*) FROM ballast').pluck().get()).toBe(10);
  db.close();
});

test('a large database that is damaged is not opened', async () => {
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 3, 4096 * 6);
  writeFileSync(path, bytes);
  await expect(openBeside(path, 0, beside)).rejects.toThrow(DamagedDatabase);
});

test('a large database that fell short of what was noted is not opened', async () => {
  await expect(openBeside(path, 7, beside)).rejects.toThrow(/ends at entry 0, and had come to 7/);
});

test('where no thread can be begun, the database is looked through all the same', async () => {
  const nowhere = createBeside(join(folder, 'no-such-program.js'));
  (await openBeside(path, 0, nowhere)).close();
  await expect(openBeside(path, 7, nowhere)).rejects.toThrow(DamagedDatabase);
});
