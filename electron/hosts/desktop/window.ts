import { BrowserWindow, screen } from 'electron';
import type { Profile } from '../../options.ts';

/** The one window, not yet shown. */
export function makeWindow(preload: string, profile: Profile): BrowserWindow {
  const window = new BrowserWindow({
    ...shapeOf(profile),
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      // A page behind another window is to be heard, too, and an alert would stand still with it.
      backgroundThrottling: false,
      disableDialogs: true,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

function shapeOf(profile: Profile): Electron.BrowserWindowConstructorOptions {
  if (profile === 'window') return { width: 1280, height: 800, minWidth: 800, minHeight: 600 };
  return { ...screen.getPrimaryDisplay().bounds, kiosk: true, frame: false, minimizable: false };
}
