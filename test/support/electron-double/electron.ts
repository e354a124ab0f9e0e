import { guarded } from './guard.ts';
import { protocolModule } from './protocol.ts';
import { defaultSession } from './session.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';

export const protocol = protocolModule(() => defaultSession().schemes);

export const session = guarded('Session', {
  get defaultSession() {
    return guarded('Session', defaultSession());
  },
});

/** Without a screen Electron, too, writes an error box to stderr. */
export const dialog = guarded('Dialog', {
  showErrorBox(title: string, content: string) {
    process.stderr.write(`${title}\n${content}\n`);
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
