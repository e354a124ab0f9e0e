import { existsSync } from 'node:fs';
import { areNamed } from './named-hosts.ts';

const PLACES = [
  process.env.KEYTILL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

/** The installed Chromium that tests drive; none is ever downloaded. */
export function chromiumPath(): string {
  const found = PLACES.find(place => place !== undefined && existsSync(place));
  if (!found)
    throw new Error('Tests need Chromium: install the package "chromium", or set KEYTILL_CHROMIUM.');
  return found;
}

/**
 * For what needs no window on a screen: the build of the same Chromium that has none, where it is installed. It starts and
 * paints in half the time. A run that names its hosts, and so is about them, gets the whole Chromium.
 */
export function quickChromiumPath(): string {
  const isFree = !areNamed() && !process.env.KEYTILL_CHROMIUM && !process.env.DISPLAY;
  return isFree && existsSync(WITHOUT_WINDOWS) ? WITHOUT_WINDOWS : chromiumPath();
}

/** Quiet on the network; without its sandbox only where root leaves no other way. */
export function launchArguments(): string[] {
  const root = process.getuid?.() === 0;
  return [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(root ? ['--no-sandbox'] : []),
  ];
}
