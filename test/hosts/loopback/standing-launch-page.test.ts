import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepLaunchPage } from '../../../electron/hosts/loopback/standing-launch-page.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const MINUTE_MS = 60_000;

let folder: string;
let file: string;
let clock: FakeClock;
let uses: (() => void)[];
let problems: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-standing-'));
  file = join(folder, 'open.html');
  clock = new FakeClock();
  [uses, problems] = [[], []];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keep = (place = file) =>
  keepLaunchPage({
    file: place,
    launchUrl: used => `http://127.0.0.1:1/?launch=code-${uses.push(used)}`,
    clock,
    warn: problem => problems.push(problem),
  });
const leadsTo = () => /url=([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1];

test('it stands from the start, for this user alone', () => {
  keep();
  expect(leadsTo()).toBe('http://127.0.0.1:1/?launch=code-1');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('when it has let a browser in, there is a new one for the next', () => {
  keep();
  uses[0]?.();
  expect(leadsTo()).toBe('http://127.0.0.1:1/?launch=code-2');
  uses[1]?.();
  expect(leadsTo()).toBe('http://127.0.0.1:1/?launch=code-3');
});

test('it is renewed while its code is still good, for months', async () => {
  keep();
  await clock.pass(4 * MINUTE_MS);
  expect(uses).toHaveLength(1);
  for (let passed = 0; passed < 50; passed++) {
    const before = uses.length;
    await clock.pass(9 * MINUTE_MS);
    expect(uses.length).toBeGreaterThan(before);
    expect(leadsTo()).toBe(`http://127.0.0.1:1/?launch=code-${uses.length}`);
  }
});

test('it is gone with the till, and a browser that was let in at the last moment does not bring it back', async () => {
  const remove = keep();
  remove();
  expect(existsSync(file)).toBe(false);
  uses[0]?.();
  await clock.pass(60 * MINUTE_MS);
  expect(existsSync(file)).toBe(false);
});

test('a place that cannot be written is told, and tried again', async () => {
  keep(join(folder, 'missing', 'open.html'));
  expect(problems).toEqual([expect.stringContaining('launch page')]);
  await clock.pass(6 * MINUTE_MS);
  expect(problems).toHaveLength(2);
});
