import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { ELSEWHERE, noWayOut } from '../support/ways-out.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** What a page sees whose navigation is decided on after `ms`. */
async function navigatedAfter(ms: number, decision: 'carried out' | 'refused'): Promise<string | undefined> {
  const page = await browser.newPage();
  await page.route(ELSEWHERE, async route => {
    await new Promise(done => setTimeout(done, ms));
    await (decision === 'refused' ? route.abort('aborted') : route.fulfill({ body: 'elsewhere' }));
  });
  return noWayOut(page);
}

test('a page that is let out is found out however long the way takes', async () => {
  expect(await navigatedAfter(3_000, 'carried out')).toBe(`the page went to ${ELSEWHERE}`);
});

test('a page that is kept in is found where it was, however late it is told', async () => {
  expect(await navigatedAfter(3_000, 'refused')).toBeUndefined();
});
