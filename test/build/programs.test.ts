import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startProgram, tellToStop } from './program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-program-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOBODY = 'http://127.0.0.1:9';
/** A folder that is there and takes no other, on any Linux, even for root. */
const NOWHERE: [string[], number, RegExp][] = [
  [['--data', '/proc/nothere'], 1, /\/proc\/nothere cannot be written to \(ENOENT\).*--data/],
  [['--data', '/proc/nothere/till'], 1, /cannot be written to \(ENOENT\).*--data/],
];
const serve = (...args: string[]) =>
  startProgram('serve', ['--data', folder, '--keychain', 'memory', '--partner', NOBODY, ...args]);
const demo = (...args: string[]) => startProgram('demo', ['--data', folder, ...args]);

/** Opens the launch address, and calls with the cookie it gave. */
async function enter(url: string) {
  const opened = await fetch(url, { redirect: 'manual' });
  const cookie = String(opened.headers.get('set-cookie')).split(';')[0] ?? '';
  const origin = new URL(url).origin;
  const call = async (method: string, input: unknown = {}) => {
    const body = JSON.stringify({ method, input });
    const response = await fetch(`${origin}/call`, { method: 'POST', body, headers: { cookie } });
    const answer = await response.json();
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`);
    return answer.value;
  };
  return { origin, cookie, call };
}

describe('serve', () => {
  test('says it is ready in one line, serves its screens and stops at once when it is told to', async () => {
    const program = serve('--port', '0');
    const { url } = await program.ready;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?launch=[\w-]{43}$/);
    const { origin, cookie, call } = await enter(url);
    expect(await (await fetch(origin, { headers: { cookie } })).text()).toContain('<title>KeyTill</title>');
    expect(await call('terminal.status')).toMatchObject({ phase: 'setup', demo: false });
    const listening = await fetch(`${origin}/events`, { headers: { cookie } });
    expect(listening.status).toBe(200);
    const told = performance.now();
    tellToStop(program);
    expect(await program.ended).toBe(0);
    expect(performance.now() - told).toBeLessThan(2000);
    expect(program.stdout().trimEnd().split('\n')).toHaveLength(1);
    await expect(listening.text()).rejects.toThrow();
  });

  test('with a launch page, that alone lets a browser in: what it prints carries no code', async () => {
    const page = join(folder, 'open.html');
    const program = serve('--port', '0', '--launch-page', page, '--no-open');
    const { url } = await program.ready;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(program.stdout() + program.stderr()).not.toContain('launch=');
    const way = /url=([^"]+)"/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
    const { call } = await enter(way);
    expect(await call('terminal.status')).toMatchObject({ phase: 'setup' });
  });

  test('stops when its launcher is gone', async () => {
    const program = serve('--port', '0');
    await program.ready;
    program.process.disconnect();
    expect(await program.ended).toBe(0);
  });

  test('a second till on the same folder is refused, and one after SIGKILL is not', async () => {
    const first = serve('--port', '0');
    await first.ready;
    const second = serve('--port', '0');
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toMatch(/Another till is running on .*--data/);
    expect(second.stdout()).toBe('');
    first.process.kill('SIGKILL');
    await first.ended;
    await serve('--port', '0').ready;
  });

  test('a browser left open finds the till again after SIGKILL', async () => {
    const first = serve('--port', '0');
    const { origin, cookie } = await enter((await first.ready).url);
    first.process.kill('SIGKILL');
    await first.ended;
    await serve('--port', new URL(origin).port).ready;
    expect((await fetch(origin, { headers: { cookie } })).status).toBe(200);
  });

  test('a port in use, an unknown option, an address that is not one and a folder that cannot be made are each said in a sentence', async () => {
    const first = serve('--port', '0');
    const { port } = new URL((await first.ready).url);
    const other = mkdtempSync(join(tmpdir(), 'keytill-other-'));
    const cases: [string[], number, RegExp][] = [
      [['--data', other, '--port', port], 1, /Port \d+ cannot be used/],
      [['--colour'], 2, /Unknown option '--colour'.*--printer/s],
      [['--data', other, '--partner', 'http://partner.test'], 1, /https:/],
      ...(process.platform === 'linux' ? NOWHERE : []),
    ];
    for (const [args, code, says] of cases) {
      const program = serve('--port', '0', ...args);
      expect([args, await program.ended]).toEqual([args, code]);
      expect(program.stderr()).toMatch(says);
      expect(program.stderr()).not.toMatch(/^\s+at /m);
      expect(program.stdout()).toBe('');
    }
    rmSync(other, { recursive: true, force: true });
  });

  test.skipIf(process.platform === 'win32')('what it writes is for this user alone', async () => {
    await serve('--port', '0').ready;
    for (const file of ['keytill.db', 'in-use.lock', join('logs', 'keytill.log')])
      expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0]);
  });

  test.skipIf(process.platform === 'win32')(
    'its window opens without the launch code in an argument',
    async () => {
      const [chromium, given] = [join(folder, 'chromium'), join(folder, 'given')];
      writeFileSync(chromium, `#!/bin/sh\necho "$@" > ${given}\nexec sleep 60\n`, { mode: 0o755 });
      const program = startProgram(
        'serve',
        ['--data', folder, '--keychain', 'memory', '--partner', NOBODY, '--port', '0'],
        { KEYTILL_NO_OPEN: '0', KEYTILL_CHROMIUM: chromium, DISPLAY: ':0' },
      );
      await program.ready;
      const said = () => (existsSync(given) ? readFileSync(given, 'utf8') : '');
      await vi.waitFor(() => expect(said()).toMatch(/--app=file:.*open\.html/));
      expect(said()).not.toContain('launch=');
      const page = join(folder, 'open.html');
      const address = /url=(http[^"]*)/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
      await enter(address);
      expect(existsSync(page)).toBe(false);
      tellToStop(program);
      expect(await program.ended).toBe(0);
    },
  );

  test('data that is gone brings up the recovery screen, and is never begun afresh', async () => {
    const first = demo();
    await first.ready;
    tellToStop(first);
    await first.ended;
    rmSync(join(folder, 'keytill.db'));
    const second = demo();
    const { call } = await enter((await second.ready).url);
    expect(await call('terminal.status')).toMatchObject({
      phase: 'recovery',
      recovery: { problem: 'missing', folder, backups: [] },
    });
    expect(existsSync(join(folder, 'keytill.db'))).toBe(false);
  });

  test('what it logs holds no launch code', async () => {
    const { url } = await serve('--port', '0').ready;
    const log = readFileSync(join(folder, 'logs', 'keytill.log'), 'utf8');
    expect(log).toContain('serving');
    expect(log).not.toContain(String(new URL(url).searchParams.get('launch')));
  });
});

describe('demo', () => {
  test('is ready to sell: shop, three people, a catalogue, and the PIN of the manager', async () => {
    const { url, pin } = await demo().ready;
    const { call } = await enter(url);
    const status = await call('terminal.status');
    expect(status).toMatchObject({
      phase: 'ready',
      demo: true,
      session: null,
      shop: { name: 'KeyTill Demo' },
    });
    const manager = status.staff.find((person: { role: string }) => person.role === 'manager');
    expect(status.staff).toHaveLength(3);
    await call('session.signIn', { staffId: manager.id, pin });
    const { offers, total } = await call('catalogue.search', { limit: 500 });
    expect(total).toBeGreaterThan(100);
    expect(offers.filter((offer: { unsellable?: string }) => offer.unsellable === 'no_rate')).toEqual([]);
  });

  test('a second start on the same folder opens what is there, with the partner down', async () => {
    const first = demo();
    await first.ready;
    first.process.kill('SIGKILL');
    await first.ended;
    const { url, pin } = await demo('--partner', NOBODY).ready;
    const { call } = await enter(url);
    const { staff, phase, catalogueSize } = await call('terminal.status');
    expect({ phase, people: staff.length }).toEqual({ phase: 'ready', people: 3 });
    expect(catalogueSize).toBeGreaterThan(100);
    const manager = staff.find((person: { role: string }) => person.role === 'manager');
    await expect(call('session.signIn', { staffId: manager.id, pin })).resolves.toMatchObject({
      staff: manager,
    });
  });

  test('without a folder of its own it leaves nothing behind', async () => {
    const program = startProgram('demo', [], { TMPDIR: folder, TEMP: folder, TMP: folder });
    await program.ready;
    expect(readdirSync(folder)).toHaveLength(1);
    tellToStop(program);
    expect(await program.ended).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('never takes its public secrets to a real partner', async () => {
    const program = demo('--partner', 'https://partner.test');
    expect(await program.ended).toBe(1);
    expect(program.stderr()).toMatch(/practice partner on this machine only/);
  });

  describe.skipIf(process.platform === 'win32')('with an Electron binary', () => {
    /** Stands in for Electron: what the demo sees of it is a process that says it is ready, and its end. */
    const inWindow = (behaviour: string) => {
      const electron = join(folder, 'electron');
      writeFileSync(electron, `#!/bin/sh\n${behaviour}\n`, { mode: 0o755 });
      return startProgram('demo', ['--data', join(folder, 'data')], {
        KEYTILL_NO_OPEN: '0',
        KEYTILL_ELECTRON: electron,
        KEYTILL_CHROMIUM: '/bin/true',
        DISPLAY: ':0',
      });
    };

    test('the till is prepared, handed over to the window, and ends with it', async () => {
      spawnSync('mkfifo', [join(folder, 'close')]);
      const program = inWindow(
        `env > ${join(folder, 'environment')}; echo '{"ready":true}'; read -r _ < ${join(folder, 'close')}`,
      );
      expect(await program.ready).toEqual({ ready: true, pin: expect.stringMatching(/^\d{4}$/) });
      const given = readFileSync(join(folder, 'environment'), 'utf8');
      expect(given).toContain(`KEYTILL_DATA=${join(folder, 'data')}\n`);
      expect(given).toMatch(/^KEYTILL_DEMO=1$/m);
      expect(given).toMatch(/^KEYTILL_PARTNER=http:\/\/127\.0\.0\.1:\d+$/m);
      writeFileSync(join(folder, 'close'), '\n');
      expect(await program.ended).toBe(0);
    });

    test('a window that cannot open leaves the till to Chromium', async () => {
      const program = inWindow('exit 127');
      expect(await program.ready).toMatchObject({ url: expect.stringContaining('?launch=') });
    });
  });
});
