import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownArguments, parseOptions } from '../../electron/options.ts';
import configuration from '../../packaging/electron-builder.config.ts';
import { root } from '../build/output.ts';
import { settingOf } from './kiosk-session.ts';

const FOLDER = join(root, 'packaging', 'linux');
const UNIT = 'keytill-desktop';
const setting = (key: string) => settingOf(UNIT, key, FOLDER);

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
if (!hasSystemd)
  console.log("the desktop kiosk's unit was not verified: systemd-analyze is missing (package systemd)");

test.skipIf(!hasSystemd)('systemd finds nothing wrong with the unit of the desktop kiosk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-unit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const unit = join(folder, `${UNIT}.service`);
  const text = readFileSync(join(FOLDER, `${UNIT}.service`), 'utf8');
  // What the package installs is not here.
  writeFileSync(unit, text.replace('=/usr/bin/keytill ', '=/bin/true '));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--user', '--man=no', unit], {
    encoding: 'utf8',
    env: { ...process.env, XDG_RUNTIME_DIR: folder },
  });
  // Growing delays are of systemd 254; earlier ones leave the lines aside, as the unit says.
  const complaints = stderr
    .split('\n')
    .filter(line => line !== '' && !/Unknown key.* '(RestartSteps|RestartMaxDelaySec)'/.test(line));
  expect({ complaints, status }).toEqual({ complaints: [], status: 0 });
});

test('the unit starts what the package installs, as a kiosk that leaves its restart to systemd', () => {
  const command = setting('ExecStart')[0]?.split(' ') ?? [];
  expect(command[0]).toBe(`/usr/bin/${configuration.linux.executableName}`);
  expect(parseOptions('start', ownArguments(command, true), {})).toMatchObject({
    kind: 'run',
    options: { profile: 'kiosk', restartedBy: 'system' },
  });
});

test('the desktop kiosk is started again for ever, ever more slowly, unless a manager closed it or it has a wrong option', () => {
  expect(['Restart', 'StartLimitIntervalSec', 'RestartSec', 'RestartMaxDelaySec'].flatMap(setting)).toEqual([
    'on-failure',
    '0',
    '1',
    '30',
  ]);
  expect(setting('RestartPreventExitStatus')).toEqual(['2']);
});

test('a desktop kiosk that crashes leaves no core file with what it knows', () => {
  expect(setting('LimitCORE')).toEqual(['0']);
});

test('the package lays the unit where every user’s systemd finds it', () => {
  const place = configuration.deb.fpm.find(entry => entry.includes(`${UNIT}.service`))?.split('=')[1];
  expect(place).toBe(`/usr/lib/systemd/user/${UNIT}.service`);
});
