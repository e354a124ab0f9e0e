import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseForeignBinaries } from '../../packaging/after-pack.ts';
import configuration from '../../packaging/electron-builder.config.ts';
import { importsOf, reachedFrom, root } from '../build/output.ts';
import { type Assembled, assemble, canPackage } from './assembled.ts';

let packed: Assembled;
const archive = () => join(packed.resources, 'app.asar');
/** Without folders, with "/" between names on every system. */
const files = () =>
  listPackage(archive(), { isPack: false })
    .map(path => path.replaceAll('\\', '/').slice(1))
    .filter(path => /\.\w+$|LICENSE$/.test(path) && !/node_modules\/[^/]+\.js$/.test(path));
const text = (path: string) => extractFile(archive(), path).toString();

describe.skipIf(!canPackage)('the packaged till', () => {
  beforeAll(async () => {
    packed = await assemble();
  });
  afterAll(() => packed.remove());

  test('starts where package.json says, as the product and version it is', () => {
    const { main, type, name, version } = JSON.parse(text('package.json'));
    expect({ main, type, name }).toEqual({ main: 'out/main/main.js', type: 'module', name: 'keytill' });
    expect(version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
    expect(configuration.productName).toBe('KeyTill');
    expect(configuration.deb.artifactName).toContain(`KeyTill-${version}-`);
    expect(files()).toContain(main);
  });

  test('has every file of the main process that it reaches, and not one of the till without Electron', () => {
    const needed = [...reachedFrom('main.js'), ...reachedFrom('backup-worker.js')];
    const inside = files().flatMap(file => (file.startsWith('out/main/') ? [file.slice(9)] : []));
    expect(inside.sort()).toEqual([...new Set(needed)].sort());
  });

  test('has the preload script and every file that a page asks for', () => {
    expect(files()).toContain('out/preload/preload.cjs');
    const page = text('out/renderer/index.html');
    const asked = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => `out/renderer/${file}`);
    expect(asked.length).toBeGreaterThan(2);
    expect(files()).toEqual(expect.arrayContaining(asked));
  });

  test('has of node_modules the two native packages alone', () => {
    const packages = new Set(
      files().flatMap(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
    );
    expect([...packages].sort()).toEqual(['better-sqlite3', 'keytar']);
  });

  test('has nothing that a developer needs: no sources, no maps, no notes, no tests', () => {
    const outside = files().filter(
      file => !/^(out\/(main|preload|renderer)|node_modules)\/|^package\.json$/.test(file),
    );
    expect(outside).toEqual([]);
    expect(
      files().filter(file => /\.(map|tsx?|mts|md|c|cc|cpp|h|o|gyp)$/.test(file) && !/LICENSE/.test(file)),
    ).toEqual([]);
  });

  test('leaves only compiled files outside the archive, where nothing checks them', () => {
    const outside = files().filter(file => existsSync(join(`${archive()}.unpacked`, file)));
    expect(outside.sort()).toEqual([
      `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
      'node_modules/keytar/build/Release/keytar.node',
    ]);
    expect(() => refuseForeignBinaries(packed.resources, process.platform, process.arch)).not.toThrow();
  });

  test('finds what its native packages ask for inside the package', () => {
    for (const file of files().filter(name => /^node_modules\/.*\.js$/.test(name))) {
      const asked = importsOf(text(file)).filter(name => name.startsWith('.') && !name.endsWith('.node'));
      for (const name of asked) {
        const target = join(file, '..', name).replaceAll('\\', '/');
        expect([file, files().some(known => known === target || known === `${target}.js`)]).toEqual([
          file,
          true,
        ]);
      }
    }
  });

  test('makes a backup and opens its keychain with what it has, away from the project', async () => {
    const backups = join(packed.app, '..', 'backups');
    mkdirSync(backups);
    const worker = new Worker(join(packed.app, 'out/main/backup-worker.js'), {
      workerData: { do: 'list', folder: backups },
    });
    const answer = await new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject));
    expect(answer).toEqual({ ok: true, value: [] });
    const program = `
      const { default: Database } = await import('better-sqlite3');
      const { default: keytar } = await import('keytar');
      console.log(new Database(':memory:').pragma('user_version', { simple: true }), typeof keytar.getPassword);`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: packed.app,
      encoding: 'utf8',
    });
    expect(stdout, stderr).toBe('0 function\n');
  });
});
