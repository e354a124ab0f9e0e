import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { complaints, unlock } from '../support/browser.ts';
import { type HostedTill, hostsUnderTest, openHostedTill } from '../support/hosts.ts';
import { type PaperPrinter, startPaperPrinter } from '../support/paper-printer.ts';

const PIN = '2468';

describe.each(hostsUnderTest())(
  'on the host %s, a day at the counter, from the first start to the key in the customer’s hand',
  host => {
    const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
    let sandbox: Sandbox;
    let printer: PaperPrinter;
    let till: HostedTill;
    let page: Page;

    beforeAll(async () => {
      [sandbox, printer] = await Promise.all([startSandbox(), startPaperPrinter()]);
      const args = ['--data', folder, '--partner', sandbox.url, '--aggregator', sandbox.url];
      till = await openHostedTill(host, {
        args: [...args, '--keychain', 'memory', '--printer', printer.target],
      });
      page = till.page;
    });
    afterAll(async () => {
      await till?.stop();
      await Promise.all([sandbox?.stop(), printer?.stop()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    });

    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    const button = (name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' });

    async function findOffer(product: string, offer: string): Promise<void> {
      await page.getByRole('searchbox', { name: 'Search products' }).fill(product);
      await button(product).click();
      await button(new RegExp(offer)).first().click();
    }

    async function payInCash(amount: string): Promise<void> {
      await button('Pay').click();
      await page.getByRole('radio', { name: 'Cash' }).check({ force: true });
      await field('Cash received').fill(amount);
      await button('Complete sale').click();
    }

    async function sold(): Promise<void> {
      await page.getByRole('region', { name: 'Orders' }).getByText('Delivered').first().waitFor();
    }

    it('is set up by its owner', async () => {
      await page.getByRole('button', { name: 'Continue' }).click();
      await field('Shop name').fill('Player One');
      await page.getByRole('combobox', { name: 'Currency' }).fill('KZT');
      await page.getByRole('option', { name: /KZT/ }).click();
      await page.getByRole('combobox', { name: 'Time zone' }).fill('Asia/Almaty');
      await page
        .getByRole('option', { name: /Almaty/ })
        .first()
        .click();
      await button('Continue').click();
      await field('Shop token').fill(sandbox.token);
      await button('Continue').click();
      await field('Your name').fill('Mira');
      await field('PIN').fill(PIN);
      await field('The same PIN again').fill(PIN);
      await button('Continue').click();
      await field('1 USD costs').fill('470');
      await field('1 RUB costs').fill('5.1');
      await field('Markup, %').fill('8');
      await field('Round up to').fill('5');
      await button('Finish set-up').click();
      await button('Start').click();
      await unlock(page, 'Mira', PIN);
    });

    it('gets its catalogue by ids and ranges, with every bad one named', async () => {
      const offerIds = '999, 1001-1003, telegram_stars_100, nonsense';
      const imported = await till.call('catalogue.import', { offerIds });
      expect(imported.added).toEqual([999, 1001, 1002, 1003, 'telegram_stars_100']);
      expect(imported.failed).toEqual([{ offerId: 'nonsense', code: 'offer_id_invalid' }]);
      await till.call('catalogue.sync', {});
      await page.reload();
    });

    it('sells offer 999 for cash, and the key comes out of the printer', async () => {
      await findOffer('Steam US', 'TEST OFFER GROUP');
      await button('Add to sale').click();
      await payInCash('100.00');
      await sold();
      await expect.poll(() => page.getByText(/75\.00/).count()).toBeGreaterThan(0);
      const [order] = sandbox.ledger.orders();
      expect(sandbox.ledger.orders()).toHaveLength(1);
      await expect.poll(() => printer.text().includes(order?.key ?? 'no key')).toBe(true);
      await button('Show key').click();
      await expect.poll(() => page.locator('body').textContent()).toContain(order?.key ?? 'no key');
      await button('Print receipt').click();
      await expect.poll(() => printer.text().includes('COPY')).toBe(true);
      await button('New sale').click();
    });

    it('stops a top-up for a player whom the partner does not know, and sells it to one it knows', async () => {
      const topUp = sandbox.offers().find(offer => offer.offerId === 1002);
      await findOffer(topUp?.product.name ?? '', topUp?.offerName ?? '');
      await field('Player ID').fill('0404');
      await field('Server ID').fill('2001');
      await button('Check player').click();
      await page
        .getByText(/does not know this player/)
        .first()
        .waitFor();
      expect(await button('Add to sale').isEnabled()).toBe(false);
      await field('Player ID').fill('52357322414');
      await button('Check player').click();
      await expect.poll(() => button('Add to sale').isEnabled()).toBe(true);
      await button('Add to sale').click();
      await payInCash('100000');
      await sold();
      await button('New sale').click();
    });

    it('sends Stars to a Telegram username', async () => {
      await findOffer('Telegram Stars', '100 Stars');
      await field('Telegram username or ID').fill('@igoryan34');
      await button('Check player').click();
      await page.getByText('Igor').first().waitFor();
      await button('Add to sale').click();
      await payInCash('1000');
      await sold();
      expect(sandbox.ledger.requests('create-order').at(-1)?.body).toMatchObject({
        offerId: 'telegram_stars_100',
        customer: { gameUserId: '143594291' },
      });
      await button('New sale').click();
    });

    it('runs without a complaint from the browser', () => {
      expect(complaints(page)).toEqual([]);
    });

    it('stops cleanly in under two seconds', async () => {
      expect(await till.stop()).toBeLessThan(2000);
    });
  },
);
