import { setTimeout as passed } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';

/** Each proof ends with what it waits for; this long on a machine that does much else, and then it has failed. */
export const PATIENCE_MS = 30_000;

export const ELSEWHERE = 'https://elsewhere.invalid/';

/**
 * Sends the page elsewhere and says where it went; undefined where it stayed. Whether a navigation is refused or carried out,
 * Chromium says that the frame has stopped loading: only then is there something to be seen.
 */
export async function noWayOut(page: Page): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Page.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    const went: string[] = [];
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id === frameTree.frame.id) went.push(frame.unreachableUrl ?? frame.url);
    });
    const over = stopped(session, frameTree.frame.id);
    await page.evaluate(address => {
      location.href = address;
    }, ELSEWHERE);
    const isLate = await Promise.race([over, passed(PATIENCE_MS, true, { ref: false })]);
    if (isLate) return 'nobody said what became of the way out';
    return went[0] && `the page went to ${went[0]}`;
  } finally {
    await session.detach().catch(() => {});
  }
}

function stopped(session: CDPSession, frameId: string): Promise<void> {
  return new Promise(resolve => {
    session.on('Page.frameStoppedLoading', event => {
      if (event.frameId === frameId) resolve();
    });
  });
}

/** Has the page open a window of its own, which is refused, or closed before it shows anything. */
export async function noWindow(page: Page): Promise<string | undefined> {
  const isOpen = await page.evaluate(
    async ([address, patienceMs]) => {
      const opened = window.open(address);
      for (const from = performance.now(); opened && !opened.closed; ) {
        if (performance.now() - from > patienceMs) return true;
        await new Promise(done => setTimeout(done, 20));
      }
      return false;
    },
    [ELSEWHERE, PATIENCE_MS] as const,
  );
  return isOpen ? 'a window of the page stays open' : undefined;
}
