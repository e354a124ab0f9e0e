import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outerNode, root, showOnStderr, tell } from './processes.mjs';

/** Whether node_modules holds what package-lock.json says, by npm's own record, which it writes when all is done. */
export function dependenciesInstalled(folder = root) {
  try {
    const wanted = packagesIn(join(folder, 'package-lock.json'));
    const present = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Without npm's warnings that the Node it runs on is too old for packages that will run on the project's own. */
const CI = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];

/** `npm ci`: exactly the lock. Optional packages may fail to build; anything else ends the set-up. */
export async function installDependencies() {
  tell('installing dependencies (npm ci), once');
  const node = outerNode();
  const { npm_execpath: npmScript, ...rest } = process.env;
  const env = { ...rest, ...headersBeside(node) };
  const code = npmScript?.endsWith('npm-cli.js')
    ? await showOnStderr(node, [npmScript, ...CI], { env })
    : await showOnStderr('npm', CI, {
        env,
        shell: process.platform === 'win32',
      });
  if (code === 0) return;
  tell('npm ci failed: see above. Check the network, then run the same command again.');
  process.exit(1);
}

/** Node's headers usually lie beside it: with them, native packages build without a download. */
function headersBeside(node) {
  const prefix = dirname(dirname(node));
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? { npm_config_nodedir: prefix } : {};
}
