import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LostData, refuseLostData, rememberedTill, rememberTill } from '../electron/earlier-till.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-earlier-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

test('a new folder, and one whose till never came to work, may start afresh', () => {
  expect(() => refuseLostData(folder)).not.toThrow();
  write('in-use.lock', '');
  write('keytill.db', '');
  expect(() => refuseLostData(folder)).not.toThrow();
});

test('a folder with its data opens', () => {
  rememberTill(folder, '0123456789abcdef0123456789abcdef');
  expect(rememberedTill(folder)).toBe('0123456789abcdef0123456789abcdef');
  write('keytill.db', 'SQLite format 3');
  expect(() => refuseLostData(folder)).not.toThrow();
});

test.each(['till-was-here', 'browsers.json', 'keytill.db-wal', 'backups', 'set-aside'])(
  'data that is gone beside %s is never begun afresh',
  sign => {
    write(sign, '');
    expect(() => refuseLostData(folder)).toThrow(expect.objectContaining({ how: 'missing' }));
    write('keytill.db', '');
    expect(() => refuseLostData(folder)).toThrow(LostData);
    expect(() => refuseLostData(folder)).toThrow(/keytill\.db is empty/);
  },
);
