import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_MANAGER_PIN } from '../../electron/demo-seed.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { openBrowser, openPage, unlock } from '../support/browser.ts';
import { hostsUnderTest } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';
import { type ServedTill, serveBuiltTill } from '../support/served-till.ts';

const isTried = areNamed() && hostsUnderTest().includes('loopback');

describe.runIf(isTried)('on the host loopback, in the middle of a sale,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
  let sandbox: Sandbox;
  let browser: Browser;
  let till: ServedTill;
  let page: Page;

  const start = (port: string) =>
    serveBuiltTill({
      entry: 'demo',
      args: ['--data', join(folder, 'till'), '--partner', sandbox.url, '--port', port],
    });
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const cash = () => page.getByRole('textbox', { name: 'Cash received' });

  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
    till = await start('0');
    page = await openPage(browser, till.url);
    await unlock(page, 'Aigerim', DEMO_MANAGER_PIN);
    await page.getByRole('searchbox', { name: 'Search products' }).fill('Steam US');
    await button('Steam US').click();
    await button(/TEST OFFER GROUP/).click();
    await button('Add to sale').click();
    await button('Pay').click();
    await cash().fill('100.00');
  });
  afterAll(async () => {
    await browser?.close();
    await till?.stop();
    await sandbox?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  test('a till that is killed and started again finds its page with the sale on it', async () => {
    const { port } = new URL(till.origin);
    await till.kill();
    till = await start(port);
    // Who was signed in is not known any more: the same person comes back to the payment.
    await button(/Aigerim/).click();
    for (const digit of DEMO_MANAGER_PIN) await button(digit).click();
    await button('Unlock').click();
    await expect.poll(() => cash().inputValue(), { timeout: 10_000 }).toBe('100.00');
  });

  test('a browser that is started again finds the sale in the till, and it is bought once', async () => {
    const again = await page.context().newPage();
    await page.close();
    page = again;
    await page.goto(till.origin);
    await expect.poll(() => cash().inputValue(), { timeout: 10_000 }).toBe('100.00');
    await button('Complete sale').click();
    await page.getByRole('region', { name: 'Orders' }).getByText('Delivered').first().waitFor();
    expect(sandbox.ledger.orders()).toHaveLength(1);
    await page.reload();
    await page.getByRole('region', { name: 'Orders' }).getByText('Delivered').first().waitFor();
    expect(sandbox.ledger.orders()).toHaveLength(1);
  });
});
