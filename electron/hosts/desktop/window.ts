import { BrowserWindow } from 'electron';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { TILL_PAGE } from './pages.ts';
import { reloadDelay } from './reload-delay.ts';

/** The one window, not yet shown: a page that crashes is loaded again. */
export function makeWindow(preload: string, clock: Clock, log: Log): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
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
    },
  });
  window.once('ready-to-show', () => window.show());
  loadAgainAfterCrashes(window, clock, log);
  return window;
}

function loadAgainAfterCrashes(window: BrowserWindow, clock: Clock, log: Log): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'the page crashed');
    crashes = [...crashes.slice(-20), clock.monotonic()];
    clock.after(reloadDelay(crashes), () => {
      if (!window.isDestroyed()) void window.loadURL(TILL_PAGE);
    });
  });
}
