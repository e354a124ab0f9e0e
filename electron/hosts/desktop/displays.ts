import { type BrowserWindow, type Rectangle, screen } from 'electron';
import type { Profile } from '../../options.ts';
import { kioskDisplay, movedWindow } from './placement.ts';

/** Keeps the window where a person sees it while displays are plugged in, pulled out and changed. */
export function followDisplays(window: BrowserWindow, profile: Profile): void {
  let displayId = screen.getDisplayMatching(window.getBounds()).id;
  let isPlacing = false;
  const place = () => {
    if (window.isDestroyed() || isPlacing) return;
    isPlacing = true;
    putInPlace();
    isPlacing = false;
  };
  const putInPlace = () => {
    const [displays, primary] = [screen.getAllDisplays(), screen.getPrimaryDisplay()];
    if (profile === 'window') {
      const moved = movedWindow(window.getBounds(), displays, primary);
      if (moved) window.setBounds(moved);
      return;
    }
    const display = kioskDisplay(displays, primary, displayId);
    displayId = display.id;
    if (!isSame(window.getBounds(), display.bounds)) {
      // A window that fills one display is moved to no other.
      window.setKiosk(false);
      window.setBounds(display.bounds);
    }
    if (!window.isKiosk() || !window.isFullScreen()) window.setKiosk(true);
  };
  screen.on('display-added', place);
  screen.on('display-removed', place);
  screen.on('display-metrics-changed', place);
  if (profile === 'kiosk') {
    window.on('minimize', () => window.restore());
    window.on('leave-full-screen', place);
  }
  window.once('closed', () => {
    screen.off('display-added', place);
    screen.off('display-removed', place);
    screen.off('display-metrics-changed', place);
  });
}

const isSame = (a: Rectangle, b: Rectangle): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
