import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Clock } from '../../ports.ts';
import { LAUNCH_CODE_LIVES_MS } from './access.ts';
import { forwardingPage } from './forwarding-page.ts';

export interface StandingLaunchPageParts {
  /** Its folder must be for this user alone: who can read the page can open the till. */
  file: string;
  launchUrl(used: () => void): string;
  clock: Clock;
  warn(problem: string): void;
}

/**
 * Keeps a page in `file` that leads whichever browser opens it next to the till. It is written anew when it has let one in,
 * and before its code runs out, so that a kiosk's browser gets in again however often it is restarted. Returns what
 * takes it away. A file that cannot be written is told to `warn`; the till goes on without.
 */
export function keepLaunchPage({ file, launchUrl, clock, warn }: StandingLaunchPageParts): () => void {
  let cancelRenewal = () => {};
  let removed = false;
  const write = () => {
    if (removed) return;
    cancelRenewal();
    cancelRenewal = clock.after(LAUNCH_CODE_LIVES_MS / 2, write);
    try {
      rmSync(`${file}.new`, { force: true });
      writeFileSync(`${file}.new`, forwardingPage(launchUrl(write)), { mode: 0o600, flag: 'wx' });
      renameSync(`${file}.new`, file);
    } catch (error) {
      warn(`The kiosk's launch page was not written: ${String(error)}`);
    }
  };
  write();
  return () => {
    removed = true;
    cancelRenewal();
    rmSync(file, { force: true });
  };
}
