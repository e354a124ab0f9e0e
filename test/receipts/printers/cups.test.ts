import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cupsPrinter, listCupsPrinters } from '../../../electron/receipts/printers/cups.ts';

const BYTES = Uint8Array.from({ length: 256 }, (_, index) => index);

let folder = '';
const path = process.env.PATH;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keytill-cups-'));
  process.env.PATH = folder;
});
afterEach(async () => {
  process.env.PATH = path;
  await rm(folder, { recursive: true });
});

const program = (name: string, script: string) =>
  writeFile(join(folder, name), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`, { mode: 0o755 });

describe('a print queue of this machine', () => {
  test('gets the bytes as they are, by name', async () => {
    await program('lp', `printf '%s\\n' "$@" > ${folder}/asked; cat > ${folder}/paper`);
    expect(await cupsPrinter('Till_1').print(BYTES)).toEqual({ ok: true });
    expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('-d\nTill_1\n-o\nraw\n');
    expect((await readFile(join(folder, 'paper'))).equals(BYTES)).toBe(true);
  });

  test('that refuses says why', async () => {
    await program('lp', 'echo "lp: The printer or class does not exist." >&2; exit 1');
    expect(await cupsPrinter('Till_1').print(new Uint8Array(500_000))).toEqual({
      ok: false,
      failure: 'no_such_printer',
      started: false,
      detail: 'lp: The printer or class does not exist.',
    });
  });

  test('on a machine without a print system is unreachable', async () => {
    expect(await cupsPrinter('Till_1').print(BYTES)).toMatchObject({
      failure: 'no_print_system',
      started: false,
    });
    expect(await listCupsPrinters()).toEqual([]);
  });

  test('is found by its name, and a name that no setting could hold is left out', async () => {
    await program('lpstat', 'test "$1" = -e && printf "Till_1\\nKitchen-2\\nod d\\n"');
    expect(await listCupsPrinters()).toEqual([
      { target: 'cups:Till_1', name: 'Till_1' },
      { target: 'cups:Kitchen-2', name: 'Kitchen-2' },
    ]);
  });
});
