import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Log } from '../../log.ts';
import type { Till } from '../till.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { refuseSender, senderOf } from './sender.ts';

/** Joins the till to its window. A call from anywhere else is an attack or a bug: it is logged, and its caller gets an error. */
export function joinWindow(till: Till, window: BrowserWindow, log: Log): void {
  ipcMain.handle(CALL_CHANNEL, (event: IpcMainInvokeEvent, method: unknown, input: unknown) => {
    const sender = senderOf(event);
    const refusal = refuseSender(sender, window.isDestroyed() ? undefined : window.webContents.id);
    if (refusal) {
      log.error({ from: sender.frame?.url, refusal }, 'a call was refused');
      throw new Error(`Refused: ${refusal}.`);
    }
    return till.call(method, input);
  });
  const stopListening = till.on(event => window.webContents.send(EVENT_CHANNEL, event));
  window.on('closed', () => {
    stopListening();
    ipcMain.removeHandler(CALL_CHANNEL);
  });
}
