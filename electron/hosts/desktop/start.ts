import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions, protocol, session } from 'electron';
import type { Language } from '../../../shared/people.ts';
import type { Log } from '../../log.ts';
import type { Profile } from '../../options.ts';
import type { Clock } from '../../ports.ts';
import { readBundle } from '../bundle.ts';
import type { WindowTill } from '../till.ts';
import { guardClosing } from './closing.ts';
import { followDisplays } from './displays.ts';
import { guardInput } from './input.ts';
import { joinWindow } from './ipc.ts';
import { lockSession } from './lockdown.ts';
import { careForPage } from './page-care.ts';
import type { NextPage } from './page-failures.ts';
import { answerPage, CRASHED_PAGE, SCHEME, STOPPED_PAGE, TILL_PAGE } from './pages.ts';
import { painted } from './painted.ts';
import { heedPower } from './power.ts';
import { statusOf } from './status-of.ts';
import { stoppedPage } from './stopped-page.ts';
import { makeWindow } from './window.ts';

export interface DesktopParts {
  till: WindowTill;
  /** The renderer and the preload script as built. */
  rendererDir: string;
  preload: string;
  profile: Profile;
  clock: Clock;
  log: Log;
  /** Given where the program keeps failing: a page says so before the till's own is loaded, which is then told here. */
  crashed?: { language: Language; again: () => void };
}

/** Must be called before Electron is ready: the page's address gets the rights of https, and no others. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Must be called before Electron is ready: neither two fingers nor a swipe do anything to the page. */
export function refuseGestures(): void {
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
}

/** macOS pastes through a menu alone, and the partner token is pasted. */
const EDITING: MenuItemConstructorOptions[] = [
  {
    role: 'editMenu',
    submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  },
];

/** Opens the till's window; call it once, when Electron is ready. Resolves when the window has been painted. */
export async function startDesktopHost(parts: DesktopParts): Promise<BrowserWindow> {
  const { till, rendererDir, preload, profile, clock, log, crashed } = parts;
  const bundle = readBundle(rendererDir);
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(EDITING) : null);
  lockSession(session.defaultSession);
  let waitsForPerson = crashed !== undefined;
  const pageFor = (next: NextPage['page']) => {
    // The page of a till that keeps failing asks the till itself what to say, which is not open then.
    if (waitsForPerson) return CRASHED_PAGE;
    return next === 'till' ? TILL_PAGE : STOPPED_PAGE;
  };
  protocol.handle(SCHEME, async request => {
    if (request.url === CRASHED_PAGE && crashed) return stoppedPage('crashed', crashed.language, 'system');
    if (request.url === TILL_PAGE) {
      waitsForPerson = false;
      crashed?.again();
    }
    if (request.url !== STOPPED_PAGE) return answerPage(bundle, request);
    const status = await statusOf(till);
    return stoppedPage('stopped', status?.language ?? 'en', status?.theme ?? 'system');
  });
  const window = makeWindow(preload, profile);
  joinWindow(till, window, log);
  guardInput(window, profile);
  guardClosing(till, window, profile, clock);
  followDisplays(window, profile);
  const care = careForPage(window, clock, log, pageFor);
  heedPower(till, window, profile, care.forgive);
  app.on('child-process-gone', (_event, { type, reason }) => {
    log.error({ type, reason }, 'a helper process ended');
    // Chromium starts it anew; what it had drawn may be gone.
    if (type === 'GPU' && !window.isDestroyed()) window.webContents.invalidate();
  });
  const isPainted = painted(window, clock);
  // A page that cannot be loaded is no reason to end the till behind it: its page is cared for.
  window.loadURL(pageFor('till')).catch(() => {});
  await isPainted;
  return window;
}
