import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { afterPack, type Packed } from '../../packaging/after-pack.ts';
import configuration from '../../packaging/electron-builder.config.ts';
import { FUSES, setFuses } from '../../packaging/fuses.ts';
import { assemble, canPackage } from './assembled.ts';

const KNOWN = Object.keys(FuseV1Options).filter(name => !/^\d+$/.test(name));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-fuses-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What of Electron's binary the fuses are in: the mark that they are found by, version, number, and one letter each. */
function writeElectron(file: string, fuses: number): string {
  const wire = Buffer.from([1, fuses, ...Buffer.from('1'.repeat(fuses))]);
  writeFileSync(
    file,
    Buffer.concat([Buffer.alloc(5000), Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), wire]),
  );
  return file;
}

async function wireOf(electron: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(electron);
  const states = Object.entries(wire).filter(([number]) => /^\d+$/.test(number));
  return Object.fromEntries(
    states.map(([number, state]) => [FuseV1Options[Number(number)], state === FuseState.ENABLE]),
  );
}

const CHOSEN = Object.fromEntries(Object.entries(FUSES).map(([name, { on }]) => [name, on]));

test('every fuse that Electron has is chosen, with a reason', () => {
  expect(Object.keys(FUSES).sort()).toEqual(KNOWN.sort());
  for (const [name, { why }] of Object.entries(FUSES))
    expect([name, why]).toEqual([name, expect.stringMatching(/.{30,}\.$/)]);
});

test('nothing but the checked archive runs: no Node, no options for it, no debugger', () => {
  expect(CHOSEN).toMatchObject({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableCookieEncryption: true,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
  });
});

test('an Electron with a fuse that nobody has chosen is refused', async () => {
  const electron = writeElectron(join(folder, 'electron'), KNOWN.length + 1);
  await expect(setFuses(electron)).rejects.toThrow(/strictlyRequireAllFuses/);
});

test.skipIf(!canPackage || process.platform === 'darwin')(
  'packaging sets them, in the very file that is started',
  async () => {
    const assembled = await assemble();
    try {
      expect(configuration.afterPack).toBe(afterPack);
      const packed = packedIn(join(assembled.resources, '..'), process.arch);
      const file = process.platform === 'win32' ? 'KeyTill.exe' : configuration.linux.executableName;
      const electron = writeElectron(join(packed.appOutDir, file), KNOWN.length);
      await afterPack(packed);
      expect(await wireOf(electron)).toEqual(CHOSEN);
    } finally {
      assembled.remove();
    }
  },
);

test.skipIf(!canPackage)('a package whose compiled files are for other machines is refused', async () => {
  const assembled = await assemble();
  try {
    const other = process.arch === 'arm64' ? 'x64' : 'arm64';
    const packed = packedIn(join(assembled.resources, '..'), other);
    await expect(afterPack(packed)).rejects.toThrow(/is not for .* Package on a machine of that kind/);
  } finally {
    assembled.remove();
  }
});

test('a package without its keychain is refused', async () => {
  const modules = join(folder, 'resources', 'app.asar.unpacked', 'node_modules');
  mkdirSync(modules, { recursive: true });
  await expect(afterPack(packedIn(folder, process.arch))).rejects.toThrow(/better-sqlite3 is missing/);
});

function packedIn(appOutDir: string, arch: string): Packed {
  return {
    appOutDir,
    electronPlatformName: process.platform,
    arch: arch === 'arm64' ? 3 : 1,
    packager: {
      executableName: configuration.linux.executableName,
      appInfo: { productFilename: configuration.productName },
    },
  };
}
