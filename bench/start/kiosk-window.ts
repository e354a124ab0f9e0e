import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { windowArguments } from '../../electron/hosts/loopback/app-window.ts';
import { chromiumPath, launchArguments } from '../../test/support/chromium.ts';

export interface KioskWindow {
  page: Page;
  /** Resolves when what the page shows now is on the screen. */
  painted(): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Chromium as the till opens it and as a kiosk does: with the address among its arguments and a profile of its own,
 * which keeps the cookie and what was compiled. Without a screen, and with a port to look in.
 */
export async function openKioskWindow(address: string, profile: string): Promise<KioskWindow> {
  const browser = spawn(
    chromiumPath(),
    [
      ...windowArguments(address, profile, process.getuid?.() === 0),
      ...launchArguments(),
      '--headless',
      '--window-size=1024,768',
      '--remote-debugging-port=0',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(browser, 'exit');
  const connection = await chromium.connectOverCDP(await debuggingAddress(browser.stderr));
  const page = await onlyPage(connection.contexts()[0]);
  return {
    page,
    painted: () =>
      page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))),
    async close() {
      const session = await connection.newBrowserCDPSession();
      await session.send('Browser.close');
      await ended;
    },
  };
}

async function onlyPage(context: BrowserContext | undefined): Promise<Page> {
  if (!context) throw new Error('Chromium has no window.');
  return context.pages()[0] ?? context.waitForEvent('page');
}

async function debuggingAddress(said: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: said })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    said.resume();
    return address;
  }
  throw new Error('Chromium ended before it could be looked into.');
}
