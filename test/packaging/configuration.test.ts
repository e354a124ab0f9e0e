import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import configuration from '../../packaging/electron-builder.config.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height of a PNG; throws for anything else. */
function sizeOf(png: Buffer): [number, number] {
  if (!png.subarray(0, 8).equals(PNG)) throw new Error('no PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the icons', () => {
  test('of Linux are as large as their names say, up to 512', () => {
    const files = globSync('*.png', { cwd: configuration.linux.icon });
    expect(files).toContain('512x512.png');
    for (const file of files) {
      const size = Number(basename(file).split('x')[0]);
      expect([file, ...sizeOf(readFileSync(join(configuration.linux.icon, file)))]).toEqual([
        file,
        size,
        size,
      ]);
    }
  });

  test('of Windows are in one file, from the task bar to the 256 that its installer asks for', () => {
    const ico = readFileSync(configuration.win.icon);
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const at = ico.readUInt32LE(entry + 12);
      const [width] = sizeOf(ico.subarray(at, at + ico.readUInt32LE(entry + 8)));
      expect(width % 256).toBe(ico.readUInt8(entry));
      return width;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  test('of macOS are in one file, up to 1024', () => {
    const icns = readFileSync(configuration.mac.icon);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const sizes: Record<string, number> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      sizes[icns.toString('latin1', at, at + 4)] = sizeOf(icns.subarray(at + 8))[0];
    expect(sizes).toEqual({
      icp4: 16,
      icp5: 32,
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    });
  });
});

test('every file that the configuration names is there', () => {
  const { mac, win, linux, deb } = configuration;
  const added = deb.fpm.map(entry => entry.split('=')[0] ?? '');
  for (const file of [mac.icon, mac.entitlements, mac.entitlementsInherit, win.icon, linux.icon, ...added])
    expect([file, existsSync(file)]).toEqual([file, true]);
});

test('the entry that starts the till at sign-in starts what the package installs', () => {
  const [file = '', place] = configuration.deb.fpm[0]?.split('=') ?? [];
  expect(place).toBe('/etc/xdg/autostart/keytill.desktop');
  expect(readFileSync(file, 'utf8')).toContain(`\nExec=/usr/bin/${configuration.linux.executableName}\n`);
});

test('a Mac lets the till do nothing that V8 does not need', () => {
  const entitlements = readFileSync(configuration.mac.entitlements, 'utf8');
  expect([...entitlements.matchAll(/<key>(.+)<\/key>/g)].map(([, key]) => key)).toEqual([
    'com.apple.security.cs.allow-jit',
  ]);
  expect(configuration.mac.hardenedRuntime).toBe(true);
});

test('Windows has one installation for everybody, and keeps the data when it is removed', () => {
  expect(configuration.nsis).toMatchObject({ perMachine: true, deleteAppDataOnUninstall: false });
});

test('every package is for the kind of machine that makes it, x64 or arm64, and says so in its name', () => {
  const names = [configuration.nsis, configuration.mac, configuration.appImage, configuration.deb];
  for (const { artifactName } of names)
    expect(artifactName).toContain(`${process.platform}-${process.arch}.`);
  expect([configuration.win.target, configuration.mac.target, configuration.linux.target]).toEqual([
    ['nsis'],
    ['dmg', 'zip'],
    ['AppImage', 'deb'],
  ]);
});

test('a Mac gets the zip that its updates are unpacked from, beside the dmg that people open', () => {
  expect(configuration.mac.target).toContain('zip');
  expect(configuration.mac.artifactName).toMatch(/\.\$\{ext\}$/);
});

test('an AppImage has no version in its name, which an update keeps', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(configuration.appImage.artifactName).not.toContain(version);
});

test('a deb brings what Electron and the keychain need', () => {
  expect(configuration.deb.depends).toEqual(
    expect.arrayContaining(['libgtk-3-0', 'libnss3', 'libsecret-1-0']),
  );
});

test('without a server that is named at packaging nothing is published, and no address is made up', () => {
  expect(configuration.publish).toBeNull();
  expect(configuration.extraMetadata).not.toHaveProperty('updates');
  expect(JSON.stringify(configuration)).not.toMatch(/\.invalid|example\./);
});

test('no arguments of its own are in the way of the sandbox on Linux', () => {
  // Left out, electron-builder would write --no-sandbox into the AppImage's desktop entry.
  expect(configuration.linux.executableArgs).toEqual([]);
});
