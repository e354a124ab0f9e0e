import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import {
  chmod,
  link,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Clock } from '../../../electron/ports.ts';
import { filePrinter } from '../../../electron/receipts/printers/file.ts';

const BYTES = new TextEncoder().encode('\x1b@a receipt\n');

const hurried: Clock = {
  now: () => systemClock.now(),
  monotonic: () => systemClock.monotonic() * 50,
  after: (ms, task) => systemClock.after(ms / 50, task),
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keytill-print-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a printer behind a file', () => {
  test('gets print after print, in a file that only its owner reads', async () => {
    const path = join(folder, 'paper');
    const printer = filePrinter(systemClock, path);
    expect(await printer.print(BYTES)).toEqual({ ok: true });
    expect(await printer.print(BYTES)).toEqual({ ok: true });
    expect((await readFile(path)).equals(Buffer.concat([BYTES, BYTES]))).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test.skipIf(process.platform !== 'linux')('that opens too late is closed again', async () => {
    const path = join(folder, 'paper');
    await writeFile(path, '');
    const impatient: Clock = { ...systemClock, after: (_ms, task) => systemClock.after(0, task) };
    expect(await filePrinter(impatient, path).print(BYTES)).toMatchObject({
      failure: 'no_answer',
      started: false,
    });
    const held = async () => {
      const links = (await readdir('/proc/self/fd')).map(name => readlink(`/proc/self/fd/${name}`));
      return (await Promise.all(links.map(each => each.catch(() => '')))).filter(target => target === path);
    };
    await vi.waitFor(async () => expect(await held()).toEqual([]));
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(await held()).toEqual([]);
  });

  test('whose folder is missing is unreachable', async () => {
    const result = await filePrinter(systemClock, join(folder, 'no', 'paper')).print(BYTES);
    expect(result).toMatchObject({ ok: false, failure: 'device_missing', started: false });
  });

  test('that is unplugged does not become a file in /dev', async () => {
    const path = `/dev/keytill-no-such-printer-${process.pid}`;
    expect(await filePrinter(systemClock, path).print(BYTES)).toMatchObject({
      failure: 'device_missing',
      started: false,
    });
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  test('that is a folder is refused', async () => {
    expect(await filePrinter(systemClock, folder).print(BYTES)).toMatchObject({
      failure: 'not_a_printer',
      started: false,
    });
  });

  test.skipIf(process.getuid?.() === 0)('that may not be written is refused', async () => {
    const path = join(folder, 'paper');
    await (await open(path, 'w')).close();
    await chmod(path, 0o400);
    expect(await filePrinter(systemClock, path).print(BYTES)).toMatchObject({
      failure: 'disk_full',
      started: false,
    });
  });

  test('a device without paper says so', async () => {
    expect(await filePrinter(systemClock, '/dev/full').print(BYTES)).toMatchObject({
      ok: false,
      failure: 'no_paper',
      started: false,
    });
  });
});

describe('a file that is the till’s own', () => {
  const DATABASE = Buffer.from('SQLite format 3\0and what it holds');
  const refused = { ok: false, failure: 'not_a_printer', started: false };

  test('is not printed over: a database, by whatever name', async () => {
    const database = join(folder, 'data');
    await writeFile(database, DATABASE);
    await link(database, join(folder, 'hard'));
    await symlink(database, join(folder, 'soft'));
    for (const name of ['data', 'hard', 'soft']) {
      const result = await filePrinter(systemClock, join(folder, name)).print(BYTES);
      expect(result).toMatchObject({ ...refused, detail: `${join(folder, name)} is a database` });
    }
    expect((await readFile(database)).equals(DATABASE)).toBe(true);
  });

  test.each(['keytill.db', 'in-use.lock'])('is any in the folder of %s, there already or not', async own => {
    const till = join(folder, 'till');
    await mkdir(till);
    await writeFile(join(till, own), '');
    await writeFile(join(till, 'log'), '');
    await symlink(till, join(folder, 'elsewhere'));
    await symlink(join(till, 'log'), join(folder, 'paper'));
    await symlink(join(till, 'new'), join(folder, 'dangling'));
    for (const path of ['till/log', 'till/new', `till/${own}`, 'elsewhere/new', 'paper', 'dangling']) {
      const result = await filePrinter(systemClock, join(folder, path)).print(BYTES);
      expect(result).toMatchObject(refused);
      expect(result.ok ? '' : result.detail).toMatch(/folder of a till/);
    }
    expect((await readdir(till)).sort()).toEqual([own, 'log'].sort());
    expect(await readFile(join(till, 'log'), 'utf8')).toBe('');
  });

  test('is no pipe that stands there', async () => {
    await writeFile(join(folder, 'keytill.db'), '');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const reader = await open(join(folder, 'pipe'), constants.O_RDONLY | constants.O_NONBLOCK);
    expect(await filePrinter(systemClock, join(folder, 'pipe')).print(BYTES)).toEqual({ ok: true });
    await reader.close();
  });
});

describe('a pipe', () => {
  let path = '';
  beforeEach(() => {
    path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
  });

  test('that nobody reads is unreachable at once', async () => {
    const began = systemClock.monotonic();
    expect(await filePrinter(systemClock, path).print(BYTES)).toMatchObject({
      failure: 'device_missing',
      started: false,
    });
    expect(systemClock.monotonic() - began).toBeLessThan(2_000);
  });

  test('that is read has every byte, however slowly it is read', async () => {
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const bytes = new Uint8Array(300_000).map((_, index) => index);
    const printing = filePrinter(systemClock, path).print(bytes);
    const read: Buffer[] = [];
    const piece = Buffer.alloc(50_000);
    while (Buffer.concat(read).length < bytes.length) {
      const { bytesRead } = await reader.read(piece).catch(() => ({ bytesRead: 0 }));
      if (bytesRead > 0) read.push(Buffer.from(piece.subarray(0, bytesRead)));
      else await new Promise(resolve => setImmediate(resolve));
    }
    expect(await printing).toEqual({ ok: true });
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
    await reader.close();
  });

  test('that is full and no longer read leaves it open what was printed, and does not hold the till up', async () => {
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const result = await filePrinter(hurried, path).print(new Uint8Array(300_000));
    expect(result).toMatchObject({ ok: false, failure: 'stalled', started: true });
    await reader.close();
  });

  test('whose reader goes away half-way leaves it open what was printed', async () => {
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const printing = filePrinter(systemClock, path).print(new Uint8Array(300_000));
    while ((await reader.read(Buffer.alloc(1000)).catch(() => ({ bytesRead: 0 }))).bytesRead === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    await reader.close();
    expect(await printing).toMatchObject({ ok: false, failure: 'connection_lost', started: true });
  });
});
