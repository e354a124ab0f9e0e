import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setFuses } from './fuses.ts';
import { machineOf } from './native-binary.ts';

/** What electron-builder says of an application that it has put together and not yet signed. */
export interface Packed {
  appOutDir: string;
  electronPlatformName: string;
  /** Its number for the architecture. */
  arch: number;
  packager: { executableName: string; appInfo: { productFilename: string } };
}

/** electron-builder's numbers; a till is packed for no other machines. */
const ARCHITECTURES: Readonly<Record<number, string>> = { 1: 'x64', 3: 'arm64' };

/** Sets the fuses, and refuses an application that could not open its database or its keychain on the machine it is for. */
export async function afterPack(packed: Packed): Promise<void> {
  refuseForeignBinaries(resourcesOf(packed), packed.electronPlatformName, ARCHITECTURES[packed.arch]);
  await setFuses(electronOf(packed));
}

/** Throws unless `resources` holds both native packages, and each file of them is for this machine. */
export function refuseForeignBinaries(resources: string, platform: string, arch: string | undefined): void {
  const modules = join(resources, 'app.asar.unpacked', 'node_modules');
  for (const name of ['better-sqlite3', 'keytar']) {
    const files = globSync('**/*.node', { cwd: join(modules, name) });
    if (files.length === 0) throw new Error(`${name} is missing in ${relative(process.cwd(), modules)}`);
    for (const file of files) {
      const found = machineOf(join(modules, name, file));
      if (found?.platform !== platform || found.arch !== arch)
        throw new Error(
          `${name}/${file} is not for ${platform} ${arch}. Package on a machine of that kind, after npm ci there.`,
        );
    }
  }
}

function resourcesOf({ appOutDir, electronPlatformName, packager }: Packed): string {
  return electronPlatformName === 'darwin'
    ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : join(appOutDir, 'resources');
}

function electronOf({ appOutDir, electronPlatformName, packager }: Packed): string {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  return join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : packager.executableName);
}
