import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { homeEnvironment, spawnUnderSecretService, whyNoSecretService } from '../support/secret-service.ts';

const reason = whyNoSecretService();
const ASK = join(import.meta.dirname, 'ask-keychain.ts');
const homes: string[] = [];
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

type Question = ['get' | 'set' | 'remove', string, string?];

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'kt-'));
  homes.push(home);
  return home;
}

const command = (profile: string, questions: Question[]) => [
  process.execPath,
  ASK,
  profile,
  JSON.stringify(questions),
];

async function answersOf(child: ChildProcess): Promise<unknown[]> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', chunk => (out += chunk));
  child.stderr?.on('data', chunk => (err += chunk));
  const code = await new Promise(resolve => child.on('close', resolve));
  if (code !== 0) throw new Error(`ended with ${code}: ${err}`);
  return JSON.parse(out) as unknown[];
}

const ask = (home: string, profile: string, ...questions: Question[]) =>
  answersOf(spawnUnderSecretService(home, command(profile, questions)));

test('on Linux with gnome-keyring, the tests below run', context => {
  if (reason) context.skip(reason);
  expect(reason).toBeUndefined();
});

describe.skipIf(reason)('with a real Secret Service', () => {
  test('a secret is kept, replaced and removed', async () => {
    const answers = await ask(
      newHome(),
      'a',
      ['get', 'partner-token'],
      ['set', 'partner-token', 'first'],
      ['set', 'partner-token', 'ключ "second"'],
      ['get', 'partner-token'],
      ['get', 'data-key'],
      ['remove', 'partner-token'],
      ['get', 'partner-token'],
      ['remove', 'partner-token'],
    );
    expect(answers).toEqual([null, null, null, 'ключ "second"', null, null, null, null]);
  });

  test('a secret outlives process and desktop session, and belongs to its profile alone', async () => {
    const home = newHome();
    await ask(home, 'a', ['set', 'data-key', 'of a']);
    expect(await ask(home, 'a', ['get', 'data-key'])).toEqual(['of a']);
    expect(await ask(home, 'b', ['get', 'data-key'])).toEqual([null]);
  });
});

describe.skipIf(process.platform !== 'linux')('without a Secret Service', () => {
  test('every method says so in one sentence that tells what to do', async () => {
    const nowhere = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/at/all' };
    const env = { ...homeEnvironment(newHome()), ...nowhere };
    const questions: Question[] = [
      ['get', 'data-key'],
      ['set', 'data-key', 'x'],
      ['remove', 'data-key'],
    ];
    const [program = '', ...rest] = command('a', questions);
    const answers = await answersOf(spawn(program, rest, { env }));
    const unavailable = {
      name: 'KeychainUnavailable',
      message: expect.stringMatching(/keyring|keychain library is missing/),
    };
    expect(answers).toEqual([unavailable, unavailable, unavailable]);
  });
});
