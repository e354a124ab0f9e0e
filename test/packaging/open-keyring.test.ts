import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../build/output.ts';
import { homeEnvironment, whyNoSecretService } from '../support/secret-service.ts';

const ASK = join(root, 'test', 'keychain', 'ask-keychain.ts');

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kt-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

const makeKeyring = () =>
  spawnSync('sh', [join(root, 'packaging', 'kiosk', 'open-keyring.sh')], {
    env: homeEnvironment(home),
    encoding: 'utf8',
  });

/** In a session of its own, which ends with it; D-Bus starts the keyring when it is asked for. */
function askInASession(...questions: string[][]): unknown {
  const command = ['--', process.execPath, ASK, 'kiosk', JSON.stringify(questions)];
  const { stdout } = spawnSync('dbus-run-session', command, { env: homeEnvironment(home), encoding: 'utf8' });
  return JSON.parse(stdout);
}

test.skipIf(whyNoSecretService())(
  'the keyring of a kiosk is open in every session, with nobody there to unlock it',
  () => {
    expect(askInASession(['set', 'partner-token', 'token'])).toMatchObject([{ name: 'KeychainUnavailable' }]);
    expect(makeKeyring()).toMatchObject({ status: 0, stderr: '' });
    expect(askInASession(['set', 'partner-token', 'token'])).toEqual([null]);
    expect(askInASession(['get', 'partner-token'])).toEqual(['token']);
    const keyring = join(home, 'data', 'keyrings', 'keytill.keyring');
    expect([keyring, join(keyring, '..')].map(path => statSync(path).mode & 0o777)).toEqual([0o600, 0o700]);
    expect(makeKeyring()).toMatchObject({ status: 1, stderr: expect.stringContaining('keytill.keyring') });
    expect(askInASession(['get', 'partner-token'])).toEqual(['token']);
  },
);
