import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog, logFile, rotatingFile } from '../electron/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an entry is one line of JSON with a UTC time', () => {
  createLog(logFile(folder)).info({ orderId: 'o1' }, 'sent');
  const entry = JSON.parse(readFileSync(logFile(folder), 'utf8'));
  expect(entry).toMatchObject({ level: 30, orderId: 'o1', msg: 'sent' });
  expect(new Date(entry.time).toISOString()).toBe(entry.time);
});

test('tokens, keys and PINs stay out, wherever they were put', () => {
  createLog(logFile(folder)).warn({ token: 'T0KEN', order: { key: 'AAAA-BBBB', pin: '4728' } }, 'careless');
  const text = readFileSync(logFile(folder), 'utf8');
  expect(text).toContain('[removed]');
  expect(text).not.toMatch(/T0KEN|AAAA-BBBB|4728/);
});

test('a full file becomes the old one, and the old one before it goes', () => {
  const file = join(folder, 'till.log');
  const log = rotatingFile(file, 100);
  for (const letter of ['a', 'b', 'c']) log.write(`${letter.repeat(79)}\n`);
  expect(readFileSync(file, 'utf8')).toMatch(/^c+\n$/);
  expect(readFileSync(`${file}.1`, 'utf8')).toMatch(/^b+\n$/);
});

test('writing goes on where an earlier till stopped', () => {
  const file = join(folder, 'till.log');
  rotatingFile(file, 100).write('one\n');
  rotatingFile(file, 100).write('two\n');
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  expect(statSync(file).size).toBe(8);
});

test('a log that cannot be written stops nothing, and its lines go to stderr', () => {
  const file = join(folder, 'till.log');
  mkdirSync(file);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  createLog(file).error('still selling');
  expect(said).toHaveBeenCalledWith(expect.stringContaining('still selling'));
  said.mockRestore();
});
