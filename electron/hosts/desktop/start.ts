import { type BrowserWindow, Menu, protocol, session } from 'electron';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { readBundle } from '../bundle.ts';
import type { Till } from '../till.ts';
import { joinWindow } from './ipc.ts';
import { lockSession } from './lockdown.ts';
import { answerPage, SCHEME, TILL_PAGE } from './pages.ts';
import { painted } from './painted.ts';
import { makeWindow } from './window.ts';

export interface DesktopParts {
  till: Till;
  /** The renderer and the preload script as built. */
  rendererDir: string;
  preload: string;
  clock: Clock;
  log: Log;
}

/** Must be called before Electron is ready: the page's address gets the rights of https, and no others. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Opens the till's window; call it once, when Electron is ready. Resolves when the window has been painted. */
export async function startDesktopHost(parts: DesktopParts): Promise<BrowserWindow> {
  const { till, rendererDir, preload, clock, log } = parts;
  const bundle = readBundle(rendererDir);
  Menu.setApplicationMenu(null);
  lockSession(session.defaultSession);
  protocol.handle(SCHEME, request => answerPage(bundle, request));
  const window = makeWindow(preload, clock, log);
  joinWindow(till, window, log);
  const isPainted = painted(window, clock);
  await Promise.race([isPainted, window.loadURL(TILL_PAGE).then(() => isPainted)]);
  return window;
}
