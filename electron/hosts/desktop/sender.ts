import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isTillPage } from './pages.ts';

/** What Electron says of whoever sent a message; null once that frame is gone. */
export interface Sender {
  contentsId: number;
  frame: { url: string; isMainFrame: boolean } | null;
}

/** Who sent a message. */
export function senderOf({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): Sender {
  const frame = senderFrame && { url: senderFrame.url, isMainFrame: senderFrame.parent === null };
  return { contentsId: sender.id, frame };
}

/** Why a message must not be answered; `undefined` where it comes from the till's own page in the till's own window. */
export function refuseSender(sender: Sender, windowContentsId: number | undefined): string | undefined {
  if (sender.contentsId !== windowContentsId) return 'not the window of the till';
  if (!sender.frame) return 'a page that is gone';
  if (!sender.frame.isMainFrame) return 'a frame inside the page';
  if (!isTillPage(sender.frame.url)) return 'a page that is not of the till';
  return undefined;
}
