import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forwardingPage } from './forwarding-page.ts';

export interface LaunchPage {
  /** What a browser may be started with: it tells nobody anything. */
  address: string;
  remove(): void;
}

/**
 * Leads a browser to a launch address through a file that only this user may read, because the arguments of a process
 * are there for every user of the machine to read. Throws where the file cannot be written.
 */
export function writeLaunchPage(folder: string, launchUrl: string): LaunchPage {
  const file = join(folder, 'open.html');
  const remove = () => rmSync(file, { force: true });
  remove();
  writeFileSync(file, forwardingPage(launchUrl), { mode: 0o600, flag: 'wx' });
  return { address: pathToFileURL(file).href, remove };
}
