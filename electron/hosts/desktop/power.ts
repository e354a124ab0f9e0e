import { type BrowserWindow, powerMonitor, powerSaveBlocker } from 'electron';
import type { Profile } from '../../options.ts';
import type { WindowTill } from '../till.ts';

/**
 * What becomes of the till with the machine's power: a screen that a customer and a cashier look at does not go dark by
 * itself, a machine that is locked or put to sleep is locked as a till, too, and one that wakes looks at what waited.
 */
export function heedPower(
  till: WindowTill,
  window: BrowserWindow,
  profile: Profile,
  woken: () => void,
): void {
  const lock = () => void till.call('session.signOut', {});
  const wake = () => {
    till.wake();
    woken();
  };
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('resume', wake);
  const blocker = profile === 'kiosk' ? powerSaveBlocker.start('prevent-display-sleep') : undefined;
  window.once('closed', () => {
    powerMonitor.off('lock-screen', lock);
    powerMonitor.off('suspend', lock);
    powerMonitor.off('resume', wake);
    if (blocker !== undefined) powerSaveBlocker.stop(blocker);
  });
}
