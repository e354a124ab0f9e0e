import type { Page } from 'playwright-core';

/**
 * Which of `secrets` the page's JavaScript still reaches, after a collection of everything that it does not. V8 names
 * every string of up to 1024 characters in full.
 */
export async function inHeap(page: Page, secrets: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { strings } = JSON.parse(chunks.join('')) as { strings: string[] };
  return secrets.filter(secret => strings.some(text => text.includes(secret)));
}

/** Everything else that a script of the page could read. */
export async function readableByScript(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input, textarea')].map(
      field => (field as HTMLInputElement).value,
    );
    const databases = await indexedDB.databases();
    const stored = await caches.keys();
    return JSON.stringify([
      document.documentElement.outerHTML,
      document.cookie,
      fields,
      { ...localStorage },
      { ...sessionStorage },
      databases,
      stored,
      location.href,
      history.state,
    ]);
  });
}
