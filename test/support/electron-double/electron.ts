import { guarded } from './guard.ts';
import { protocolModule } from './protocol.ts';
import { defaultSession, sessionOfPartition } from './session.ts';

export { app } from './app.ts';
export { autoUpdater } from './auto-updater.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { net } from './net.ts';

export { powerMonitor, powerSaveBlocker } from './power.ts';
export { screen } from './screen.ts';

export const protocol = protocolModule(() => defaultSession().schemes);

export const session = guarded('Session', {
  fromPartition: (partition: string) => guarded('Session', sessionOfPartition(partition)),
  get defaultSession() {
    return guarded('Session', defaultSession());
  },
});

let applicationMenu: object | null = null;

/** There is no menu bar to see; what is remembered is which one was asked for. */
export const Menu = guarded('Menu', {
  setApplicationMenu(menu: object | null): void {
    applicationMenu = menu;
  },
  getApplicationMenu: (): object | null => applicationMenu,
});
