import { app } from 'electron';
import type { Profile } from '../../options.ts';

/**
 * A kiosk starts when its user signs in. On Linux that is for the session's own entries (the package brings one, see
 * docs/kiosk.md); a till that is not packaged would enter a development program.
 */
export function startWithSession(profile: Profile, args: readonly string[]): void {
  if (!app.isPackaged || process.platform === 'linux') return;
  app.setLoginItemSettings({ openAtLogin: profile === 'kiosk', args: [...args] });
}
