import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root, showOnStderr, tell } from './processes.mjs';

/** Package, and what it is for. The last three build keytar where it has no ready binary. */
const DEBIAN_PACKAGES = [
  ['chromium', 'the kiosk window and the tests'],
  ['libsecret-1-dev', 'the system keychain'],
  ['gnome-keyring', 'the system keychain'],
  ['dbus', 'the system keychain'],
  ['python3', 'the system keychain'],
  ['make', 'the system keychain'],
  ['g++', 'the system keychain'],
];
const PACKAGES_FOR_TESTS = [...DEBIAN_PACKAGES, ['chromium-headless-shell', 'the tests at their full speed']];
const OTHER_CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

const stamps = join(root, 'node_modules', '.cache', 'keytill');
const stampOf = task => join(stamps, task === 'test' ? 'packages-for-tests' : 'system-packages');

export const systemPackagesChecked = task => existsSync(stampOf(task));

/** After a look at the system that ended well or badly: it is not repeated until dependencies are installed anew. */
export function rememberSystemPackages(task) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stampOf(task), '');
}

/** Installs what is missing where that is allowed, else says what to install. Nothing here is worth failing over. */
export async function provideSystemPackages(task) {
  if (process.platform !== 'linux') return;
  const missing = await missingPackages(task === 'test' ? PACKAGES_FOR_TESTS : DEBIAN_PACKAGES);
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name);
  const wish = `apt-get install ${names.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get')) {
    tell(
      `not found: ${[...new Set(missing.map(([, use]) => use))].join(', ')}. Debian's packages for it: ${names.join(' ')}`,
    );
    return;
  }
  const asRoot = await rootPrefix();
  if (!asRoot) {
    tell(`some packages are missing; to have everything, run: sudo ${wish}`);
    return;
  }
  tell(`installing ${names.join(' ')}`);
  if (await installed(asRoot, names)) return;
  for (const [name, use] of missing) {
    if (!(await installed(asRoot, [name])))
      tell(`${name} could not be installed; without it, no ${use.replace(/^the /, '')}`);
  }
}

async function missingPackages(wanted) {
  const names = wanted.map(([name]) => name);
  const { output } = await capture('dpkg', ['--get-selections', ...names]);
  const installed = new Set(
    [...output.matchAll(/^([^\s:]+)\S*\s+(?:install|hold)$/gm)].map(([, name]) => name),
  );
  return wanted.filter(
    ([name]) => !installed.has(name) && !(name === 'chromium' && OTHER_CHROMIUMS.some(existsSync)),
  );
}

/** The words before a command that make it run as root; undefined where that would need a password. */
async function rootPrefix() {
  if (process.getuid() === 0) return [];
  const { code } = await capture('sudo', ['-n', 'true'], { timeoutMs: 5000 });
  return code === 0 ? ['sudo', '-n'] : undefined;
}

let listsRead = false;

async function installed(asRoot, names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = async args => {
    const [command, ...rest] = [...asRoot, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args];
    return (await showOnStderr(command, rest, { env })) === 0;
  };
  if (!listsRead) {
    listsRead = true;
    await apt(['update']);
  }
  return apt(['install', '-y', '--no-install-recommends', ...names]);
}
