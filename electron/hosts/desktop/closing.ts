import { app, autoUpdater, type BrowserWindow, dialog } from 'electron';
import type { TerminalStatus } from '../../../shared/contract/terminal.ts';
import { isFreeToLeave } from '../../../shared/way-out.ts';
import type { Profile } from '../../options.ts';
import type { Clock } from '../../ports.ts';
import { within } from '../../waiting.ts';
import type { WindowTill } from '../till.ts';
import { reasonToAsk } from './reason-to-ask.ts';
import { statusOf } from './status-of.ts';
import { DESKTOP_TEXTS } from './texts.ts';

/** A till that is not open, or hangs, cannot say what waits. */
const ANSWERS_WITHIN_MS = 2_000;

/**
 * Decides what closing the window does. A kiosk stays, unless nobody's PIN can be checked, which is its way out. A window
 * asks first where a customer is being served or something waits. The system's own end of the session is never held up.
 */
export function guardClosing(till: WindowTill, window: BrowserWindow, profile: Profile, clock: Clock): void {
  let isLeaving = false;
  let isAsking = false;
  const leave = () => {
    isLeaving = true;
  };
  app.on('before-quit', leave);
  // On macOS an update closes the windows first, and asks the program to quit when they are closed.
  autoUpdater.on('before-quit-for-update', leave);
  window.on('session-end', () => app.quit());
  window.on('close', event => {
    if (isLeaving) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void mayClose().then(may => {
      isAsking = false;
      if (!may || window.isDestroyed()) return;
      leave();
      window.close();
    });
  });
  window.once('closed', () => {
    app.off('before-quit', leave);
    autoUpdater.off('before-quit-for-update', leave);
  });

  async function mayClose(): Promise<boolean> {
    const inTime = await within(clock, ANSWERS_WITHIN_MS, statusOf(till));
    const status = inTime === 'late' ? undefined : inTime;
    if (profile === 'kiosk') return status !== undefined && isFreeToLeave(status);
    const reason = reasonToAsk(status, till.hasSaleOnScreen());
    return reason === undefined || asks(reason, status);
  }

  async function asks(reason: 'saleOnScreen' | 'work', status: TerminalStatus | undefined): Promise<boolean> {
    const { closing } = DESKTOP_TEXTS[status?.language ?? 'en'];
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: closing.title,
      detail: closing[reason],
      buttons: [closing.keepOpen, closing.close],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === 1;
  }
}
