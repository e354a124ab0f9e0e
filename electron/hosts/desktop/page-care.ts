import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { ALIVE_CHANNEL } from './channels.ts';
import { afterFailure } from './page-failures.ts';
import { STOPPED_PAGE, TILL_PAGE } from './pages.ts';
import { refuseSender, senderOf } from './sender.ts';

/** A page that is loaded on a busy machine shows something by then. */
const SHOWN_WITHIN_MS = 30_000;
/** The preload script tells every two seconds that the page shows something and can still do something. */
const HEARD_WITHIN_MS = 20_000;
/** What the page said while this process itself was busy is heard within this time. */
const HEARD_LATE_MS = 5_000;
/** Electron's own word for a page that does not take input, which may be over in a moment. */
const RESPONDS_WITHIN_MS = 10_000;

export interface PageCare {
  /** The machine slept: a page that was not heard meanwhile is not blamed for it. */
  forgive(): void;
}

/**
 * Never leaves a till without a page that works: one that crashed is loaded again, and so is one that hangs or stays empty,
 * which is ended first. After many failures in a row, the page that says so takes its place.
 */
export function careForPage(window: BrowserWindow, clock: Clock, log: Log): PageCare {
  const { webContents } = window;
  let failures: number[] = [];
  let cancelWait = () => {};
  let cancelPatience = () => {};
  /** There is no page that could be heard: another one is on its way, and nothing else may take its time. */
  let isGone = false;

  const expect = (withinMs: number) => {
    if (isGone) return;
    cancelWait();
    cancelWait = clock.after(withinMs, () => {
      cancelWait = clock.after(HEARD_LATE_MS, () => end('the page hangs or is empty'));
    });
  };
  const end = (problem: string) => {
    if (window.isDestroyed()) return;
    log.error({ page: webContents.getURL() }, problem);
    webContents.forcefullyCrashRenderer();
  };
  const heard = (event: IpcMainEvent, showsSomething: unknown) => {
    if (showsSomething === true && !refuseSender(senderOf(event), webContents.id)) expect(HEARD_WITHIN_MS);
  };

  ipcMain.on(ALIVE_CHANNEL, heard);
  webContents.on('did-start-loading', () => expect(SHOWN_WITHIN_MS));
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'the page crashed');
    cancelWait();
    cancelPatience();
    failures = [...failures.slice(-20), clock.monotonic()];
    const { page, afterMs } = afterFailure(failures);
    isGone = true;
    cancelWait = clock.after(afterMs, () => {
      isGone = false;
      if (!window.isDestroyed()) window.loadURL(page === 'till' ? TILL_PAGE : STOPPED_PAGE).catch(() => {});
    });
  });
  window.on('unresponsive', () => {
    cancelPatience();
    cancelPatience = clock.after(RESPONDS_WITHIN_MS, () => end('the page takes no input'));
  });
  window.on('responsive', () => cancelPatience());
  window.once('closed', () => {
    cancelWait();
    cancelPatience();
    ipcMain.off(ALIVE_CHANNEL, heard);
  });
  return { forgive: () => expect(HEARD_WITHIN_MS) };
}
