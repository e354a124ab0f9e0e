import { join } from 'node:path';
import { systemClock } from './adapters/system-clock.ts';
import { systemRandom } from './adapters/system-random.ts';
import { LAUNCH_CODE_LIVES_MS } from './hosts/loopback/access.ts';
import {
  type AppWindow,
  findChromium,
  hasScreen,
  openAppWindow,
  windowArguments,
} from './hosts/loopback/app-window.ts';
import type { ClaimedPort } from './hosts/loopback/claimed-port.ts';
import { fileCookieStore } from './hosts/loopback/cookie-file.ts';
import { type LaunchPage, writeLaunchPage } from './hosts/loopback/launch-page.ts';
import { keepLaunchPage } from './hosts/loopback/standing-launch-page.ts';
import { type LoopbackHost, startLoopbackHost } from './hosts/loopback/start.ts';
import type { Till } from './hosts/till.ts';
import { logSurprises } from './surprises.ts';
import type { TillHome } from './till-home.ts';

export interface ServedTill {
  /** Lets one browser in; with a launch page, which does that, it is the bare address: what is printed may be kept in a journal. */
  url: string;
  /** Opens a Chromium window where there is one to open, else says where the till is. */
  openWindow(): void;
  /** Takes no more calls; those under way may end first. */
  stop(): Promise<void>;
}

/** Serves a till, open or coming, on a port of its own. `launchPage`: a file to keep as a kiosk's way in. */
export function serveTill(
  till: Till,
  { folder, log }: Pick<TillHome, 'folder' | 'log'>,
  rendererDir: string,
  claimed: ClaimedPort,
  launchPage: string | undefined,
): ServedTill {
  logSurprises(log, () => process.exit(1));
  const cookieStore = fileCookieStore(join(folder, 'browsers.json'), problem => log.warn(problem));
  const host = startLoopbackHost({
    till,
    rendererDir,
    claimed,
    clock: systemClock,
    random: systemRandom,
    cookieStore,
  });
  log.info({ port: host.port }, 'serving');
  const warn = (problem: string) => log.warn(problem);
  const removeLaunchPage =
    launchPage === undefined
      ? () => {}
      : keepLaunchPage({ file: launchPage, launchUrl: host.launchUrl, clock: systemClock, warn });
  let window: AppWindow | undefined;
  return {
    url: launchPage === undefined ? host.launchUrl() : `http://127.0.0.1:${host.port}/`,
    openWindow() {
      window = openWindowOn(host, folder);
    },
    async stop() {
      window?.close();
      removeLaunchPage();
      await host.stop();
    },
  };
}

function openWindowOn(host: LoopbackHost, folder: string): AppWindow | undefined {
  const chromium = hasScreen(process.platform, process.env) ? findChromium(process.env) : undefined;
  const invite = (why: string) => process.stderr.write(`${why} The till is at ${host.launchUrl()}\n`);
  if (!chromium) {
    invite('There is no screen, or no Chromium, to open a window with.');
    return undefined;
  }
  let page: LaunchPage;
  try {
    page = writeLaunchPage(
      folder,
      host.launchUrl(() => page.remove()),
    );
  } catch (error) {
    invite(`The window did not open (${String(error)}).`);
    return undefined;
  }
  const cancelExpiry = systemClock.after(LAUNCH_CODE_LIVES_MS, page.remove);
  const args = windowArguments(page.address, join(folder, 'browser'), process.getuid?.() === 0);
  const window = openAppWindow(chromium, args, problem =>
    invite(problem ? `The window did not open (${problem}).` : 'The window was closed.'),
  );
  return {
    close() {
      window.close();
      cancelExpiry();
      page.remove();
    },
  };
}
