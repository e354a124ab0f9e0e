import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_MANAGER_PIN } from '../../electron/demo-seed.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { unlock } from '../support/browser.ts';
import { type HostedTill, hostsUnderTest, openHostedTill } from '../support/hosts.ts';

describe.each(hostsUnderTest(['loopback']))(
  'on the host %s, the partner is cut off in the middle of the day',
  host => {
    const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
    let sandbox: Sandbox;
    let till: HostedTill;
    let page: Page;

    const start = async (): Promise<void> => {
      const args = ['--data', join(folder, 'till'), '--partner', sandbox.url];
      till = await openHostedTill(host, { demo: true, args });
      page = till.page;
      await unlock(page, 'Aigerim', DEMO_MANAGER_PIN);
    };

    beforeAll(async () => {
      sandbox = await startSandbox();
      await start();
    });
    afterAll(async () => {
      await till?.stop();
      await sandbox?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    });

    const button = (name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' });

    async function sellSteamUs(): Promise<void> {
      await page.getByRole('searchbox', { name: 'Search products' }).fill('Steam US');
      await button('Steam US').click();
      await button(/TEST OFFER GROUP/).click();
      await button('Add to sale').click();
      await button('Pay').click();
      await page.getByRole('textbox', { name: 'Cash received' }).fill('100.00');
      await button('Complete sale').click();
      await page
        .getByText(/will be delivered/i)
        .first()
        .waitFor();
    }

    it('takes three sales, says what happens, survives SIGKILL, and delivers each of them once', async () => {
      await sandbox.down();
      for (let i = 0; i < 3; i++) {
        await sellSteamUs();
        await button('New sale').click();
      }
      await page
        .getByText(/No connection/)
        .first()
        .waitFor();
      await page
        .getByText(/3 orders waiting|3 waiting/)
        .first()
        .waitFor();
      expect(sandbox.ledger.orders()).toHaveLength(0);

      await till.kill();
      await start();
      await page
        .getByText(/3 orders waiting|3 waiting/)
        .first()
        .waitFor();
      await sandbox.up();
      await expect.poll(() => sandbox.ledger.orders().length, { timeout: 60_000 }).toBe(3);

      await expect
        .poll(() => page.getByText(/3 orders waiting|3 waiting/).count(), { timeout: 20_000 })
        .toBe(0);

      const { orders } = await till.call('orders.list', {});
      expect(orders.map(order => order.state)).toEqual(['completed', 'completed', 'completed']);
      const booked = sandbox.ledger.orders().map(order => order.transactionId);
      expect(booked.sort()).toEqual(orders.map(order => order.id).sort());
    });
  },
);
