import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_MANAGER_PIN } from '../../electron/demo-seed.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { complaints, unlock } from '../support/browser.ts';
import { type HostedTill, hostsUnderTest, openHostedTill } from '../support/hosts.ts';

describe.each(hostsUnderTest(['loopback']))(
  'on the host %s, the data of a till is damaged overnight',
  host => {
    const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
    const data = join(folder, 'till');
    let sandbox: Sandbox;
    let till: HostedTill;
    let page: Page;

    const start = async (): Promise<void> => {
      till = await openHostedTill(host, { demo: true, args: ['--data', data, '--partner', sandbox.url] });
      page = till.page;
    };
    const button = (name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' });
    beforeAll(async () => {
      sandbox = await startSandbox();
      await start();
    });
    afterAll(async () => {
      await till?.stop();
      await sandbox?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    });

    async function sellSteamUs(): Promise<string> {
      const { call } = till;
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
      await expect
        .poll(async () => (await call('orders.get', { orderId: id })).order.state)
        .toBe('completed');
      return id;
    }

    it('a manager has backed it up, and puts the backup back; nothing that was sold is lost', async () => {
      await unlock(page, 'Aigerim', DEMO_MANAGER_PIN);
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
      for (const digit of DEMO_MANAGER_PIN) await button(digit).click();
      await button('Unlock').click();
      await button(/^Restore, /).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
      await page.getByRole('heading', { name: 'The backup is in place' }).waitFor();
      await button('Continue').click();
      await unlock(page, 'Aigerim', DEMO_MANAGER_PIN);
      expect(complaints(page)).toEqual([]);

      const { call } = till;
      for (const orderId of [before, after]) {
        const { key } = await call('orders.revealKey', { orderId });
        expect(key).toBe(sandbox.ledger.order(orderId)?.key);
        expect(sandbox.ledger.creates(orderId)).toBe(1);
      }
      expect(readdirSync(join(data, 'set-aside'))).toHaveLength(1);
      await sellSteamUs();
    });
  },
);
