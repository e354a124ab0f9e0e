import { app } from 'electron';
import type { Profile, RestartedBy } from '../../options.ts';
import { quoted } from './quoted.ts';

/**
 * A kiosk starts when its user signs in. Elsewhere that is for the session's own entries (docs/kiosk.md): a login item of
 * macOS takes no arguments, and would come up as a window. A till that is not packaged would enter a development program.
 */
export function startWithSession(profile: Profile, restartedBy: RestartedBy, args: readonly string[]): void {
  if (!app.isPackaged || process.platform !== 'win32') return;
  // What starts it after an error starts it at sign-in, too; a second start would look to it like an end without one.
  const openAtLogin = profile === 'kiosk' && restartedBy === 'till';
  app.setLoginItemSettings({ openAtLogin, args: args.map(quoted) });
}
