import { delimiter, dirname, join } from 'node:path';
import { electronBinary, fetchElectronBinary } from './electron-binary.mjs';
import { projectNode, root, showOnStderr, tell } from './processes.mjs';

/**
 * Fetched when it is needed: installed with everything else, its 279 packages would lengthen every npm ci by a third,
 * for a command that few people run.
 */
const ELECTRON_BUILDER = 'electron-builder@26.17.0';
const CONFIGURATION = join(root, 'packaging', 'electron-builder.config.ts');

/** Packages what is built for this system. `args` go to electron-builder. Resolves to an exit code. */
export async function dist(args) {
  await fetchElectronBinary();
  if (!electronBinary()) {
    tell('a package needs the Electron binary, which is not here and could not be fetched');
    return 1;
  }
  if (await own('check')) return 1;
  const packed = (await electronBuilder(args)) ?? 1;
  return packed === 0 ? ((await own('sign')) ?? 1) : packed;
}

/** Before and after electron-builder: packaging/main.ts. */
const own = step => showOnStderr(projectNode(), [join(root, 'packaging', 'main.ts'), step]);

function electronBuilder(args) {
  const command = ['exec', '--yes', '--package', ELECTRON_BUILDER, '--', 'electron-builder'];
  const words = [...command, '--config', CONFIGURATION, ...args];
  // electron-builder reads TypeScript and this project's packages with the project's Node.
  const env = { ...process.env, PATH: `${dirname(projectNode())}${delimiter}${process.env.PATH ?? ''}` };
  const { npm_execpath: npmScript } = process.env;
  return npmScript?.endsWith('npm-cli.js')
    ? showOnStderr(projectNode(), [npmScript, ...words], { env })
    : showOnStderr('npm', words, { env, shell: process.platform === 'win32' });
}
