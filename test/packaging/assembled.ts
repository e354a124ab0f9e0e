import { cpSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { packagedFiles, UNPACKED } from '../../packaging/files.ts';
import { root } from '../build/output.ts';

/** keytar may be missing where a machine could not build it; such a machine packages nothing. */
export const canPackage = existsSync(join(root, 'node_modules', 'keytar', 'build', 'Release', 'keytar.node'));

export interface Assembled {
  /** The resources folder of a packaged till: app.asar, and app.asar.unpacked beside it. */
  resources: string;
  /** The same files in a folder, as the archive shows them to the till. */
  app: string;
  remove(): void;
}

/** Puts together what electron-builder puts beside Electron's binary on this machine, from the same list of files. */
export async function assemble(): Promise<Assembled> {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-packed-'));
  const [app, resources] = [join(folder, 'app'), join(folder, 'resources')];
  for (const file of listed()) cpSync(join(root, file), join(app, file));
  const [unpack = ''] = UNPACKED;
  await createPackageWithOptions(app, join(resources, 'app.asar'), { unpack });
  return { app, resources, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function listed(): string[] {
  const patterns = packagedFiles(process.platform, process.arch);
  const own = patterns.filter(pattern => typeof pattern === 'string');
  const exclude = own.filter(pattern => pattern.startsWith('!')).map(pattern => pattern.slice(1));
  const native = patterns.filter(pattern => typeof pattern !== 'string');
  return [
    ...filesIn(
      root,
      own.filter(pattern => !pattern.startsWith('!')),
      exclude,
    ),
    ...native.flatMap(({ from, to, filter }) =>
      filesIn(join(root, from), filter, []).map(file => join(to, file)),
    ),
  ];
}

function filesIn(cwd: string, patterns: string[], exclude: string[]): string[] {
  return globSync(patterns, { cwd, exclude, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(cwd.length + 1));
}
