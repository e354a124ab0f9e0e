import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveFile } from '../../electron/backup/durable.ts';
import {
  finishRestore,
  PREPARING,
  pruneSetAside,
  readyName,
  setAsideName,
} from '../../electron/backup/swap.ts';

const NOON = Date.parse('2026-03-29T12:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-swap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const aside = (end: string) => join(setAsideName(NOON, true), `keytill.db${end}`);

function madeReady(): void {
  for (const end of ['', '-wal', '-shm']) write(`keytill.db${end}`, `old${end}`);
  write(readyName(NOON, true), 'new');
}

class PowerCut extends Error {}

describe('putting restored data in its place', () => {
  it('sets the present data aside, whole, and leaves no old log beside the new data', () => {
    madeReady();
    finishRestore(folder);
    expect(read('keytill.db')).toBe('new');
    for (const end of ['', '-wal', '-shm']) expect(read(aside(end))).toBe(`old${end}`);
    for (const end of ['-wal', '-shm']) expect(existsSync(join(folder, `keytill.db${end}`))).toBe(false);
    expect(existsSync(join(folder, readyName(NOON, true)))).toBe(false);
  });

  it('is finished by the next start, wherever the power was cut, and never mixes old and new', () => {
    for (const lasts of [0, 1, 2, 3]) {
      madeReady();
      let moves = 0;
      const untilTheCut = (from: string, to: string) => {
        if (moves++ === lasts) throw new PowerCut();
        moveFile(from, to);
      };
      expect(() => finishRestore(folder, untilTheCut)).toThrow(PowerCut);
      const isNew = existsSync(join(folder, 'keytill.db')) && read('keytill.db') === 'new';
      expect(isNew && existsSync(join(folder, 'keytill.db-wal'))).toBe(false);
      finishRestore(folder);
      expect(read('keytill.db')).toBe('new');
      for (const end of ['', '-wal', '-shm']) expect(read(aside(end))).toBe(`old${end}`);
      expect(existsSync(join(folder, 'keytill.db-wal'))).toBe(false);
      rmSync(join(folder, 'set-aside'), { recursive: true });
    }
  });

  it('clears away what was not made ready, and changes nothing else', () => {
    write('keytill.db', 'old');
    write('keytill.db-wal', 'old log');
    write(PREPARING, 'half');
    write(`${PREPARING}-wal`, 'half');
    finishRestore(folder);
    expect([read('keytill.db'), read('keytill.db-wal')]).toEqual(['old', 'old log']);
    expect(existsSync(join(folder, PREPARING))).toBe(false);
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
  });

  it('needs no present data', () => {
    write(readyName(NOON, true), 'new');
    mkdirSync(join(folder, 'set-aside'));
    finishRestore(folder);
    expect(read('keytill.db')).toBe('new');
  });
});

describe('what was set aside', () => {
  const DAY = 24 * 3_600_000;
  it('is kept where something of it was not carried over, and else the three newest', () => {
    const kept = [0, 3, 4].map(days => setAsideName(NOON - days * DAY, false));
    const old = [5, 6].map(days => setAsideName(NOON - days * DAY, false));
    const incomplete = [1, 2, 9].map(days => setAsideName(NOON - days * DAY, true));
    for (const name of [...kept, ...old, ...incomplete]) mkdirSync(join(folder, name), { recursive: true });
    pruneSetAside(folder);
    for (const name of [...kept, ...incomplete]) expect(existsSync(join(folder, name))).toBe(true);
    for (const name of old) expect(existsSync(join(folder, name))).toBe(false);
  });

  it('is nothing in most tills', () => expect(() => pruneSetAside(folder)).not.toThrow());
});
