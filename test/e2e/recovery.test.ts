import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { complaints, openBrowser, openPage, unlock } from '../support/browser.ts';
import { programWith, type ServedTill, serveBuiltTill } from '../support/served-till.ts';

describe('the data of a till is damaged overnight', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
  const data = join(folder, 'till');
  let browser: Browser;
  let sandbox: Sandbox;
  let till: ServedTill;
  let page: Page;

  const start = async (): Promise<void> => {
    till = await serveBuiltTill({ entry: 'demo', args: ['--data', data, '--partner', sandbox.url] });
    page = await openPage(browser, till.url);
  };
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const program = async () => {
    const [cookie] = await page.context().cookies();
    return programWith(till.origin, `${cookie?.name}=${cookie?.value}`);
  };

  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
    await start();
  });
  afterAll(async () => {
    await browser?.close();
    await till?.stop();
    await sandbox?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function sellSteamUs(): Promise<string> {
    const { call } = await program();
    const { orders } = await call('sales.charge', {
      attemptId: crypto.randomUUID(),
      lines: [
        {
          offerId: 999,
          quantity: 1,
          price: (await call('catalogue.get', { offerId: 999 })).offer.price ?? '',
        },
      ],
      payment: { method: 'cash' },
    });
    const id = orders[0]?.id ?? '';
    await expect.poll(async () => (await call('orders.get', { orderId: id })).order.state).toBe('completed');
    return id;
  }

  it('a manager has backed it up, and puts the backup back; nothing that was sold is lost', async () => {
    await unlock(page, 'Aigerim', till.pin ?? '');
    const before = await sellSteamUs();
    await page.getByRole('link', { name: 'Manager' }).or(button('Manager')).first().click();
    await page.getByRole('tab', { name: 'Backups' }).click();
    await button('Back up now').click();
    await page.getByText('The backup is made and proven').waitFor();
    const after = await sellSteamUs();
    expect(complaints(page)).toEqual([]);

    await till.stop();
    const file = join(data, 'keytill.db');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, 0, 4096));
    await start();
    await page.getByRole('heading', { name: 'The till’s data cannot be used' }).waitFor();
    for (const digit of till.pin ?? '') await button(digit).click();
    await button('Unlock').click();
    await button(/^Restore, /).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('heading', { name: 'The backup is in place' }).waitFor();
    await button('Continue').click();
    await unlock(page, 'Aigerim', till.pin ?? '');
    expect(complaints(page)).toEqual([]);

    const { call } = await program();
    for (const orderId of [before, after]) {
      const { key } = await call('orders.revealKey', { orderId });
      expect(key).toBe(sandbox.ledger.order(orderId)?.key);
      expect(sandbox.ledger.creates(orderId)).toBe(1);
    }
    expect(readdirSync(join(data, 'set-aside'))).toHaveLength(1);
    await sellSteamUs();
  });
});
