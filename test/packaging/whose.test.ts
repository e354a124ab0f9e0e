import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSignedBy } from '../../electron/hosts/desktop/updates/signature.ts';
import { signRelease } from '../../packaging/sign-releases.ts';
import { ownersOf, releasesOf, whyNoPackage } from '../../packaging/whose.ts';
import { releaseStatement } from '../../shared/release.ts';

const OWNER = { KEYTILL_HOMEPAGE: 'https://shop.test', KEYTILL_MAINTAINER: 'Shop <it@shop.test>' };
const UPDATES = {
  KEYTILL_UPDATES_URL: 'https://shop.test/keytill/',
  KEYTILL_UPDATES_KEY: 'key',
  KEYTILL_UPDATES_SIGNING_KEY: '/secret.pem',
};

const MACHINE = { platform: 'linux', arch: 'arm64' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-releases-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a deb is made only by somebody who says who they are', () => {
  expect(whyNoPackage({}, 'linux')).toMatch(/KEYTILL_HOMEPAGE.*KEYTILL_MAINTAINER/);
  expect(whyNoPackage({ ...OWNER, KEYTILL_MAINTAINER: 'Shop' }, 'linux')).toMatch(/KEYTILL_MAINTAINER/);
  expect(whyNoPackage(OWNER, 'linux')).toBeUndefined();
  expect(whyNoPackage({}, 'win32')).toBeUndefined();
  expect(ownersOf(OWNER)).toEqual({ homepage: 'https://shop.test', maintainer: 'Shop <it@shop.test>' });
});

test('updates are signed or not at all', () => {
  for (const name of Object.keys(UPDATES))
    expect(whyNoPackage({ ...UPDATES, [name]: '' }, 'win32')).toMatch(/signed or not at all/);
  expect(whyNoPackage(UPDATES, 'win32')).toBeUndefined();
  const open = { ...UPDATES, KEYTILL_UPDATES_URL: 'http://shop.test/' };
  expect(whyNoPackage(open, 'win32')).toMatch(/https:/);
  expect(releasesOf(UPDATES)).toEqual({ url: 'https://shop.test/keytill/', publicKey: 'key' });
  expect(releasesOf({})).toBeUndefined();
});

test('a release is signed by the other half of the key that its packages carry, and by no other', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const stranger = generateKeyPairSync('ed25519').publicKey;
  const carried = (key: typeof publicKey) => key.export({ format: 'der', type: 'spki' }).toString('base64');
  const secret = join(folder, 'secret.pem');
  writeFileSync(secret, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  expect(() => signRelease(folder, MACHINE, secret, carried(publicKey))).toThrow(/no latest\*\.yml/);
  writeFileSync(join(folder, 'latest-linux.yml'), 'version: 0.2.0\n');
  expect(() => signRelease(folder, MACHINE, secret, carried(stranger))).toThrow(/not the other half/);
  expect(signRelease(folder, MACHINE, secret, carried(publicKey))).toBe('keytill-linux-arm64.yml');
  const signature = readFileSync(join(folder, 'keytill-linux-arm64.yml.sig'), 'utf8');
  expect(isSignedBy(carried(publicKey), releaseStatement(MACHINE, 'version: 0.2.0\n'), signature)).toBe(true);
  expect(isSignedBy(carried(publicKey), releaseStatement(MACHINE, 'version: 0.3.0\n'), signature)).toBe(
    false,
  );
  expect(isSignedBy(carried(stranger), releaseStatement(MACHINE, 'version: 0.2.0\n'), signature)).toBe(false);
  const other = releaseStatement({ ...MACHINE, arch: 'x64' }, 'version: 0.2.0\n');
  expect(isSignedBy(carried(publicKey), other, signature)).toBe(false);
  writeFileSync(join(folder, 'latest.yml'), '');
  writeFileSync(join(folder, 'latest-mac.yml'), '');
  expect(() => signRelease(folder, MACHINE, secret, carried(publicKey))).toThrow(/more than one/);
});
