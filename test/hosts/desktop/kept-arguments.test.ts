import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepArguments, startArguments } from '../../../electron/hosts/desktop/updates/kept-arguments.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KIOSK = ['--profile', 'kiosk', '--data', 'D:\\till'];

test('a kiosk is a kiosk after an update, too: the installer starts it with a word of its own and no options', () => {
  const file = join(folder, 'KeyTill', 'options.json');
  expect(startArguments(KIOSK, file)).toEqual(KIOSK);
  keepArguments(KIOSK, file);
  expect(startArguments(['--updated'], file)).toEqual(KIOSK);
  expect(startArguments([], file)).toEqual([]);
});

test('where nothing was kept, or nothing that makes sense, the new till starts without options', () => {
  const file = join(folder, 'options.json');
  expect(startArguments(['--updated'], file)).toEqual([]);
  writeFileSync(file, '{"profile":"kiosk"}');
  expect(startArguments(['--updated'], file)).toEqual([]);
});
