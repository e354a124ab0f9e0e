import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { ALIVE_CHANNEL } from './channels.ts';
import { afterFailure, type NextPage } from './page-failures.ts';
import { refuseSender, senderOf } from './sender.ts';

/** A page that is loaded on a busy machine shows something by then. */
const SHOWN_WITHIN_MS = 30_000;
/** The preload script tells every two seconds that the page shows something and can still do something. */
const HEARD_WITHIN_MS = 20_000;
/** What the page said while this process itself was busy is heard within this time. */
const HEARD_LATE_MS = 5_000;
/** Electron's own word for a page that does not take input, which may be over in a moment. */
const RESPONDS_WITHIN_MS = 10_000;
/** A page that was ended is gone by then. */
const GONE_WITHIN_MS = 5_000;

export interface PageCare {
  /** The machine slept: a page that was not heard meanwhile is not blamed for it. */
  forgive(): void;
}

/**
 * Never leaves a till without a page that works: one that crashed is loaded again, and so is one that hangs or stays empty,
 * which is ended first. After many failures in a row, the page that says so takes its place. `pageFor` knows their addresses.
 */
export function careForPage(
  window: BrowserWindow,
  clock: Clock,
  log: Log,
  pageFor: (next: NextPage['page']) => string,
): PageCare {
  const { webContents } = window;
  let failures: number[] = [];
  let cancelWait = () => {};
  let waitsUntil = 0;
  let cancelPatience = () => {};
  /** There is no page that could be heard: another one is on its way, and nothing else may take its time. */
  let isGone = false;

  const expect = (withinMs: number) => {
    if (isGone) return;
    cancelWait();
    waitsUntil = clock.monotonic() + withinMs;
    cancelWait = clock.after(withinMs, () => {
      cancelWait = clock.after(HEARD_LATE_MS, () => end('the page hangs or is empty'));
    });
  };
  const end = (problem: string) => {
    if (window.isDestroyed()) return;
    log.error({ page: webContents.getURL() }, problem);
    // Where no page was ever loaded there is no process to end, and none that could be gone.
    cancelWait = clock.after(GONE_WITHIN_MS, loadAgain);
    webContents.forcefullyCrashRenderer();
  };
  const loadAgain = () => {
    cancelWait();
    cancelPatience();
    failures = [...failures.slice(-20), clock.monotonic()];
    const { page, afterMs } = afterFailure(failures);
    isGone = true;
    cancelWait = clock.after(afterMs, () => {
      isGone = false;
      if (!window.isDestroyed()) window.loadURL(pageFor(page)).catch(() => {});
    });
  };
  const heard = (event: IpcMainEvent, showsSomething: unknown) => {
    if (showsSomething === true && !refuseSender(senderOf(event), webContents.id)) expect(HEARD_WITHIN_MS);
  };

  ipcMain.on(ALIVE_CHANNEL, heard);
  webContents.on('did-start-loading', () => expect(SHOWN_WITHIN_MS));
  webContents.on('did-fail-load', (_event, code, reason, address) => {
    log.error({ code, reason, address }, 'the page could not be loaded');
  });
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'the page crashed');
    loadAgain();
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
  return { forgive: () => expect(Math.max(HEARD_WITHIN_MS, waitsUntil - clock.monotonic())) };
}
