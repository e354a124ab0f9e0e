import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The first installed browser that can show the till as a window of its own; KEYTILL_CHROMIUM names another. */
export function findChromium(
  environment: NodeJS.ProcessEnv,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  const onPath = COMMANDS.flatMap(command => folders.map(folder => join(folder, command)));
  return [environment.KEYTILL_CHROMIUM ?? '', ...onPath, ...PLACES].find(path => path !== '' && exists(path));
}

/** Whether this session has a screen to open a window on. */
export function hasScreen(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/**
 * How Chromium shows one address as a window of its own, with a profile that nothing else uses. Every user of the
 * machine can read them: `url` must hold nothing secret.
 */
export function windowArguments(url: string, profile: string, isRoot: boolean): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-translate',
    '--disable-component-update',
    '--disable-background-networking',
    // Chromium's background fetch compiles every script anew; without it the code that it keeps from earlier starts is used.
    '--disable-features=BackgroundResourceFetch',
    // Chromium refuses to run as root otherwise. A kiosk runs as a person without rights and keeps the sandbox.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

export interface AppWindow {
  close(): void;
}

/** Opens the window; `gone` is called when it ends by itself, with why where it never opened. */
export function openAppWindow(
  chromium: string,
  args: string[],
  gone: (problem: string | undefined) => void,
): AppWindow {
  const browser = spawn(chromium, args, { stdio: 'ignore' });
  let closing = false;
  browser.on('error', error => gone(error.message));
  browser.on('exit', () => {
    if (!closing) gone(undefined);
  });
  return {
    close() {
      closing = true;
      browser.kill();
    },
  };
}
