import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, commandOf, projectNode, root, tell } from './processes.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'packaging/notices.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const stamp = join(root, 'out', '.sources');

/** Builds out/ unless it was built from these very sources. Resolves to what went wrong; undefined when all is well. */
export async function build() {
  const sources = fingerprint();
  if (builtFrom() === sources) return undefined;
  tell('building');
  rmSync(stamp, { force: true });
  const command = commandOf('electron-vite', 'electron-vite');
  const { code, output } = await capture(projectNode(), [command, 'build', '--logLevel', 'warn']);
  if (code !== 0) return output;
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, sources);
  return undefined;
}

function builtFrom() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

/** By content: a checkout changes times without changing a file, and a build in the same second hides a change. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap(name => filesIn(`${path}/${name}`));
}
