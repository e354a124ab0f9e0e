import { existsSync } from 'node:fs';

const PLACES = [
  process.env.KEYTILL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The installed Chromium that tests drive; none is ever downloaded. */
export function chromiumPath(): string {
  const found = PLACES.find(place => place !== undefined && existsSync(place));
  if (!found)
    throw new Error('Tests need Chromium: install the package "chromium", or set KEYTILL_CHROMIUM.');
  return found;
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
