import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { unlock } from '../support/browser.ts';
import { launchArguments, quickChromiumPath } from '../support/chromium.ts';
import { hostsUnderTest } from '../support/hosts.ts';
import { inHeap, readableByScript } from '../support/renderer-memory.ts';
import { programWith, type ServedTill, serveBuiltTill } from '../support/served-till.ts';

const TOKEN = 'c0ffee01c0ffee02c0ffee03c0ffee04';
const PIN = '86420975';
const NEXT_PIN = '57902468';
const MANAGER_TABS = ['Day', 'Catalogue', 'Prices', 'Staff', 'Settings', 'Balance', 'Audit'];

/** What was typed once into a page, and what the till keeps for itself, is nowhere where the page's scripts could reach it. */
describe.runIf(hostsUnderTest().includes('loopback'))('the memory of the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
  const profile = join(folder, 'browser');
  let sandbox: Sandbox;
  let till: ServedTill;
  let browser: BrowserContext;
  let page: Page;
  let key = '';

  beforeAll(async () => {
    sandbox = await startSandbox({ token: TOKEN });
    const args = ['--data', join(folder, 'till'), '--partner', sandbox.url, '--aggregator', sandbox.url];
    till = await serveBuiltTill({ entry: 'serve', args: [...args, '--keychain', 'memory'] });
    browser = await chromium.launchPersistentContext(profile, {
      executablePath: quickChromiumPath(),
      args: launchArguments(),
      reducedMotion: 'reduce',
    });
    page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(15_000);
    await page.goto(till.url);
  });
  afterAll(async () => {
    await browser?.close();
    await till?.stop();
    await sandbox?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const choose = async (name: string, text: string) => {
    await page.getByRole('combobox', { name }).fill(text);
    await page
      .getByRole('option', { name: new RegExp(text) })
      .first()
      .click();
  };
  /** As a keyboard does: what is typed passes through no script but the till's. */
  const type = async (name: string, text: string) => {
    await field(name).focus();
    await page.keyboard.insertText(text);
  };

  async function found(...secrets: string[]): Promise<string[]> {
    const readable = await readableByScript(page);
    return [...(await inHeap(page, secrets)), ...secrets.filter(secret => readable.includes(secret))];
  }

  it('holds what is being typed into it, which proves that it is searched', async () => {
    await button('Continue').click();
    await field('Shop name').fill('Player One');
    await choose('Currency', 'KZT');
    await choose('Time zone', 'Almaty');
    await button('Continue').click();
    await type('Shop token', TOKEN);
    await button('Continue').click();
    await field('Your name').fill('Mira');
    await type('PIN', PIN);
    await type('The same PIN again', PIN);
    expect(await inHeap(page, [TOKEN, PIN])).toEqual([TOKEN, PIN]);
  });

  it('lets go of token and PIN with the set-up, before anything is loaded again', async () => {
    await button('Continue').click();
    await field('1 USD costs').fill('470');
    await button('Finish set-up').click();
    await button('Start').waitFor();
    expect(await found(TOKEN, PIN)).toEqual([]);
    await button('Start').click();
    await button('Unlock').waitFor();
    expect(await found(TOKEN, PIN)).toEqual([]);
  });

  it('never gets the token back, nor keeps a PIN or a key that nobody asked to see', async () => {
    await page.reload();
    await unlock(page, 'Mira', PIN);
    const [cookie] = await browser.cookies();
    const { call } = programWith(till.origin, `${cookie?.name}=${cookie?.value}`);
    await call('catalogue.import', { offerIds: '999' });
    await page.reload();

    await page.getByRole('searchbox', { name: 'Search products' }).fill('Steam US');
    await button('Steam US').click();
    await button(/TEST OFFER GROUP/).click();
    await button('Add to sale').click();
    await button('Pay').click();
    await field('Cash received').fill('100');
    await button('Complete sale').click();
    await page.getByRole('region', { name: 'Orders' }).getByText('Delivered').first().waitFor();
    key = sandbox.ledger.orders()[0]?.key ?? '';
    expect(key).not.toBe('');
    expect(await found(TOKEN, PIN, key)).toEqual([]);

    await button('Show key').click();
    await page.getByRole('button', { name: 'Hide key' }).waitFor();
    expect(await inHeap(page, [key])).toEqual([key]);
    await button('New sale').click();
    await button('Orders').click();
    await page.getByText('TEST OFFER GROUP').first().click();
    await button('Manager').click();
    for (const name of MANAGER_TABS) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel').waitFor();
    }
    expect(await found(TOKEN, PIN)).toEqual([]);
    await page.reload();
    await button('Manager').waitFor();
    expect(await found(TOKEN, PIN, key)).toEqual([]);
  });

  it('lets go of a token and a PIN that a manager replaces', async () => {
    await button('Manager').click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await button('Replace: Shop token').click();
    await type('Shop token', TOKEN);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('The token has been replaced').waitFor();
    expect(await found(TOKEN)).toEqual([]);

    await page.getByRole('tab', { name: 'Staff' }).click();
    await button('New PIN for Mira').click();
    await type('PIN', NEXT_PIN);
    await type('The same PIN again', NEXT_PIN);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await found(NEXT_PIN)).toEqual([]);
  });

  it('leaves nothing of them in the browser’s folder', async () => {
    await browser.close();
    const files = filesBelow(profile);
    const holding = (secret: string) => {
      const forms = [Buffer.from(secret), Buffer.from(secret, 'utf16le')];
      return files.filter(file => {
        const bytes = readFileSync(file);
        return forms.some(form => bytes.includes(form));
      });
    };
    expect(holding(new URL(till.origin).host)).not.toEqual([]);
    expect([TOKEN, PIN, NEXT_PIN, key].flatMap(holding)).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}
