import type { BrowserWindow } from 'electron';
import type { Profile } from '../../options.ts';
import { mayPass } from './keys.ts';

/** Keeps from the page what a till is not worked with: keys of a browser, another size of the page, a way back. */
export function guardInput(window: BrowserWindow, profile: Profile): void {
  const { webContents } = window;
  webContents.on('before-input-event', (event, key) => {
    if (!mayPass(key, profile)) event.preventDefault();
  });
  // Chromium remembers the size that a page had last.
  const ownSize = () => {
    webContents.setZoomLevel(0);
    void webContents.setVisualZoomLevelLimits(1, 1);
  };
  webContents.on('zoom-changed', ownSize);
  webContents.on('did-finish-load', () => {
    ownSize();
    webContents.navigationHistory.clear();
  });
}
