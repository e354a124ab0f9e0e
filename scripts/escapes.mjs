import { join } from 'node:path';
import { become, capture, projectNode, root, tell } from './processes.mjs';

/** Program, and Debian's package that has it. */
const NEEDED = [
  ['chromium', 'chromium'],
  ['Xvfb', 'xvfb'],
  ['openbox', 'openbox'],
  ['xdotool', 'xdotool'],
  ['xprop', 'x11-utils'],
  ['setxkbmap', 'x11-xkb-utils'],
  ['unshare', 'util-linux'],
];

/**
 * Tries to get out of the kiosk that docs/kiosk.md sets up, with real keys and mouse buttons on a screen of its own.
 * Chromium's rules are in a folder that these processes alone see at their place: nothing of this computer is changed.
 */
export async function escapes(args) {
  const found = await Promise.all(NEEDED.map(([program]) => capture('which', [program])));
  const missing = NEEDED.filter((_needed, at) => found[at].code !== 0).map(([, name]) => name);
  if (process.platform !== 'linux' || missing.length > 0) {
    tell(`the kiosk can be tried on Linux, with: apt-get install ${missing.join(' ')}`);
    return 1;
  }
  const asRoot = process.getuid() === 0 ? [] : ['--user', '--map-root-user'];
  const steps = 'mount -t tmpfs keytill "$0" && exec "$@"';
  const program = [projectNode(), join(root, 'test', 'escapes', 'main.ts'), ...args];
  return become('unshare', [...asRoot, '--mount', 'sh', '-c', steps, '/etc/chromium', ...program]);
}
