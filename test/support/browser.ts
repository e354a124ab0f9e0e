import { type Browser, chromium, type Page } from 'playwright-core';
import { launchArguments, quickChromiumPath } from './chromium.ts';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: quickChromiumPath(), args: launchArguments() });
}

export interface PageOptions {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

/** A page that fails the test when the till's own code throws in it, or when its security policy is broken. */
export async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<Page> {
  const { width = 1024, height = 768, theme = 'light' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  hearComplaints(page);
  await page.goto(url);
  return page;
}

/** A page that was opened elsewhere, made the same: its size, its theme, its complaints. */
export async function watchPage(page: Page, options: PageOptions = {}): Promise<void> {
  const { width = 1024, height = 768, theme = 'light' } = options;
  hearComplaints(page);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
}

function hearComplaints(page: Page): void {
  page.setDefaultTimeout(15_000);
  page.on('pageerror', error => complaints(page).push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') complaints(page).push(message.text());
  });
}

const heard = new WeakMap<Page, string[]>();

export function complaints(page: Page): string[] {
  const list = heard.get(page) ?? [];
  heard.set(page, list);
  return list;
}

/** Types a PIN on the lock screen's pad and unlocks. */
export async function unlock(page: Page, name: string, pin: string): Promise<void> {
  const person = page.getByRole('button', { name, exact: false });
  const pad = page.getByRole('button', { name: 'Unlock' });
  await person.or(pad).first().waitFor();
  if (await person.first().isVisible()) await person.first().click();
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await pad.click();
  await page.getByRole('searchbox', { name: 'Search products' }).waitFor();
}
