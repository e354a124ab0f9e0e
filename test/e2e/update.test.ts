import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DEMO_MANAGER_PIN } from '../../electron/demo-seed.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { TillError } from '../../shared/errors.ts';
import { type HostedTill, hostsUnderTest, openHostedTill } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';
import {
  endless,
  PACKAGE,
  RELEASE_FILE,
  type ServedReleases,
  serveReleases,
} from '../support/release-server.ts';

/** More than a till takes of what it does not want, with all that is on its way by then. */
const LITTLE = 50 * 1024 * 1024;
const ROOT = resolve(import.meta.dirname, '../..');
const isTried = process.platform === 'linux' && areNamed() && hostsUnderTest().includes('double');

/** The built desktop till as an AppImage of version 0.1.0 on the double of Electron, and electron-updater as it is. */
describe.runIf(isTried)('an installed till on the host double, whose update server is on loopback,', () => {
  let folder: string;
  let sandbox: Sandbox;
  let releases: ServedReleases;
  let till: HostedTill | undefined;
  const appImage = () => join(folder, 'KeyTill.AppImage');
  const mark = () => join(folder, 'started');

  beforeAll(async () => {
    // Below the project, so that a copy of the programs finds its packages.
    const cache = join(ROOT, 'node_modules', '.cache', 'keytill');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'update-'));
    sandbox = await startSandbox();
    releases = await serveReleases('0.2.0', `#!/bin/sh\necho "0.2.0 $*" > '${mark()}'\n`);
    install({ url: releases.url, publicKey: releases.publicKey });
  });
  afterAll(async () => {
    await till?.kill();
    releases?.stop();
    await sandbox?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  /** What electron-builder lays down: the program, what it knows of updates, and the AppImage that it came in. */
  function install(updates?: object): void {
    const app = join(folder, 'resources', 'app');
    for (const part of ['main', 'preload', 'renderer'])
      cpSync(join(ROOT, 'out', part), join(app, 'out', part), { recursive: true });
    const about = { name: 'keytill', version: '0.1.0', type: 'module', main: 'out/main/main.js', updates };
    writeFileSync(join(app, 'package.json'), JSON.stringify(about));
    writeFileSync(join(app, '..', 'app-update.yml'), 'updaterCacheDirName: keytill-updater\n');
    writeFileSync(appImage(), 'the old program');
    chmodSync(appImage(), 0o755);
  }

  async function start(): Promise<HostedTill> {
    till = await openHostedTill('double', {
      args: ['--data', join(folder, 'data'), '--partner', sandbox.url, '--aggregator', sandbox.url],
      demo: true,
      program: join(folder, 'resources', 'app'),
      env: {
        KEYTILL_RESTARTED_BY: 'till',
        APPIMAGE: appImage(),
        APPDIR: dirname(process.execPath),
        XDG_CACHE_HOME: join(folder, 'cache'),
      },
    });
    return till;
  }

  async function signIn(): Promise<HostedTill['call']> {
    const { call } = await start();
    const { staff } = await call('terminal.status', {});
    const manager = staff.find(({ role }) => role === 'manager')?.id ?? '';
    await call('session.signIn', { staffId: manager, pin: DEMO_MANAGER_PIN });
    return call;
  }

  afterEach(() => stop());
  const stop = async () => {
    await till?.stop();
    till = undefined;
  };

  test('refuses a release that is not signed by its own key, one for another kind of machine, and one that was changed', async () => {
    const call = await signIn();
    const signed = releases.files.get(RELEASE_FILE) ?? '';
    releases.files.set(RELEASE_FILE, signed.replace('0.2.0', '0.3.0'));
    expect(await call('updates.look', {})).toMatchObject({
      found: null,
      error: { code: 'update_untrusted' },
    });
    releases.files.set(RELEASE_FILE, signed);
    // Signed by the right key, for a machine that could not run it.
    const own = releases.files.get(`${RELEASE_FILE}.sig`) ?? '';
    const others = releases.sign(signed, { platform: process.platform, arch: 'other' });
    releases.files.set(`${RELEASE_FILE}.sig`, others);
    expect(await call('updates.look', {})).toMatchObject({
      found: null,
      error: { code: 'update_untrusted', message: expect.stringMatching(/for this kind of machine/) },
    });
    releases.files.set(`${RELEASE_FILE}.sig`, own);
    const program = releases.files.get(PACKAGE) ?? '';
    releases.files.set(PACKAGE, program.replace('0.2.0', '6.6.6'));
    expect(await call('updates.look', {})).toMatchObject({ found: { version: '0.2.0' } });
    await vi.waitFor(
      async () =>
        expect(await call('updates.get', {})).toMatchObject({ error: { code: 'update_untrusted' } }),
      { timeout: 10_000 },
    );
    releases.files.set(PACKAGE, program);
    await stop();
  });

  test('takes no release for newer that is not, though it is signed', async () => {
    const call = await signIn();
    const asked = releases.asked.length;
    for (const version of ['0.1.0', '0.0.9']) {
      releases.replay(version);
      expect(await call('updates.look', {})).toMatchObject({ found: null });
      expect((await call('updates.get', {})).error).toBeUndefined();
    }
    expect(releases.asked.slice(asked)).not.toContain(PACKAGE);
    releases.replay('0.2.0');
    await stop();
  });

  test('leaves a server that sends without end, or sends the till elsewhere, says so, and sells on', async () => {
    const call = await signIn();
    for (const file of [RELEASE_FILE, `${RELEASE_FILE}.sig`]) {
      const { answer, taken } = endless();
      releases.answers.set(file, answer);
      expect(await call('updates.look', {})).toMatchObject({
        step: 'idle',
        found: null,
        error: { code: 'update_unreachable' },
      });
      expect(await taken).toBeLessThan(LITTLE);
      releases.answers.clear();
    }

    releases.answers.set(RELEASE_FILE, response =>
      response.writeHead(302, { location: `${releases.url}elsewhere` }).end(),
    );
    expect(await call('updates.look', {})).toMatchObject({ error: { code: 'update_unreachable' } });
    expect(releases.asked).not.toContain('elsewhere');
    releases.answers.clear();

    const { answer, taken } = endless();
    releases.answers.set(PACKAGE, answer);
    rmSync(join(folder, 'cache'), { recursive: true, force: true });
    expect(await call('updates.look', {})).toMatchObject({ found: { version: '0.2.0' } });
    expect(await taken).toBeLessThan(LITTLE);
    await vi.waitFor(
      async () =>
        expect(await call('updates.get', {})).toMatchObject({
          step: 'idle',
          error: { code: 'update_untrusted' },
        }),
      { timeout: 10_000 },
    );
    expect(readdirSync(join(folder, 'cache', 'keytill-updater', 'pending'))).toEqual([]);
    releases.answers.clear();
    await stop();
  });

  test('puts no package in place that was changed after it had been fetched, and fetches it again', async () => {
    const call = await signIn();
    await call('updates.look', {});
    await vi.waitFor(async () => expect(await call('updates.get', {})).toMatchObject({ step: 'ready' }), {
      timeout: 10_000,
    });
    await call('updates.agree', { version: '0.2.0', install: true });
    await stop();
    const pending = join(folder, 'cache', 'keytill-updater', 'pending');
    const [name = ''] = readdirSync(pending).filter(file => file.endsWith('.AppImage'));
    const backups = join(folder, 'data', 'backups');
    mkdirSync(backups, { recursive: true });
    // The last thing before it is put in place.
    const backingUp = watch(backups, () => {
      backingUp.close();
      writeFileSync(join(pending, name), 'the program of somebody else');
    });
    const { call: again } = await start();
    await vi.waitFor(
      async () =>
        expect(await again('terminal.status', {}).then(() => readFileSync(join(pending, name), 'utf8'))).toBe(
          'the program of somebody else',
        ),
      { timeout: 20_000 },
    );
    const { staff } = await again('terminal.status', {});
    const staffId = staff.find(({ role }) => role === 'manager')?.id ?? '';
    await again('session.signIn', { staffId, pin: DEMO_MANAGER_PIN });
    await vi.waitFor(
      async () =>
        expect(await again('updates.get', {})).toMatchObject({ error: { code: 'update_untrusted' } }),
      { timeout: 20_000 },
    );
    expect(readFileSync(appImage(), 'utf8')).toBe('the old program');
    expect(existsSync(mark())).toBe(false);
    await again('updates.look', {});
    await vi.waitFor(
      () => expect(readFileSync(join(pending, name), 'utf8')).toBe(releases.files.get(PACKAGE)),
      {
        timeout: 10_000,
      },
    );
  });

  test('fetches one in the background, and installs it at the next start when the manager agreed', async () => {
    const call = await signIn();
    expect(await call('updates.look', {})).toMatchObject({
      off: null,
      found: { version: '0.2.0', notes: 'Receipts in Kazakh.\n' },
    });
    await vi.waitFor(async () => expect(await call('updates.get', {})).toMatchObject({ step: 'ready' }), {
      timeout: 10_000,
    });
    expect(await call('updates.agree', { version: '0.2.0', install: true })).toMatchObject({
      waitsFor: 'start',
    });
    await stop();
    expect(readFileSync(appImage(), 'utf8')).toBe('the old program');

    // Nobody signs in: the till makes a backup, puts the new program in place and starts it with the same options.
    const fetched = releases.asked.filter(name => name === PACKAGE).length;
    await start();
    await vi.waitFor(() => expect(existsSync(mark())).toBe(true), { timeout: 20_000 });
    expect(readFileSync(mark(), 'utf8')).toContain(`0.2.0 --data ${join(folder, 'data')}`);
    expect(readFileSync(appImage(), 'utf8')).toBe(releases.files.get(PACKAGE));
    expect(releases.asked.filter(name => name === PACKAGE)).toHaveLength(fetched);
    expect(readdirSync(join(folder, 'data', 'backups')).join()).toMatch(/_before_update_/);
    till = undefined;
  });

  test('asks nobody where its package names no server', async () => {
    install();
    const before = releases.asked.length;
    const call = await signIn();
    expect(await call('updates.look', {})).toMatchObject({ off: 'no_server', found: null });
    await expect(call('updates.agree', { version: '0.2.0', install: true })).rejects.toThrow(TillError);
    expect(releases.asked).toHaveLength(before);
    await stop();
  });
});
