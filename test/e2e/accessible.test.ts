import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_MANAGER_PIN } from '../../electron/demo-seed.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { complaints, unlock } from '../support/browser.ts';
import { type HostedTill, hostsUnderTest, openHostedTill } from '../support/hosts.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CONTROLS =
  'button, a[href], input:not([type=hidden]), select, textarea, [role=tab], [role=radio], [role=switch], [role=option]';
const LEAST_PX = 48;
/** The themes share all but their colours. */
const RULES: Record<'light' | 'dark', Axe.RunOptions> = { light: {}, dark: { runOnly: ['color-contrast'] } };

/** The real pages of a running till: nothing for axe to find, and nothing too small for a finger. */
const LOOKS = hostsUnderTest(['loopback']).flatMap(host =>
  (['light', 'dark'] as const).map(theme => ({ host, theme })),
);

describe.each(LOOKS)('on the host $host every screen, in $theme', ({ host, theme }) => {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
  let sandbox: Sandbox;
  let till: HostedTill;
  let page: Page;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const args = ['--data', join(folder, 'till'), '--partner', sandbox.url];
    till = await openHostedTill(host, { demo: true, args, theme });
    page = till.page;
    await page.getByRole('button', { name: /Aigerim/ }).waitFor();
  });
  afterAll(async () => {
    await till?.stop();
    await sandbox?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });

  async function inspect(): Promise<void> {
    await page.waitForLoadState('networkidle').catch(() => {});
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
    const violations = await page.evaluate(async options => {
      const { axe } = window as unknown as { axe: Pick<typeof Axe, 'run'> };
      // Past messages to screen readers may name controls that are gone by now.
      const results = await axe.run({ include: document.body, exclude: '[data-live-announcer]' }, options);
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join('\n')}`);
    }, RULES[theme]);
    expect(violations).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
  }

  it('before and after the lock', async () => {
    await inspect();
    await unlock(page, 'Aigerim', DEMO_MANAGER_PIN);
    await inspect();
  });

  it('from an offer to the payment and the delivery', async () => {
    await page.getByRole('searchbox', { name: 'Search products' }).fill('Steam US');
    await inspect();
    await button('Steam US').click();
    await inspect();
    await button(/TEST OFFER GROUP/).click();
    await inspect();
    await button('Add to sale').click();
    await page.getByRole('searchbox', { name: 'Search products' }).fill('Mobile Legends');
    await button(/35 Diamonds/)
      .first()
      .click();
    await inspect();
    await button('Pay').click();
    await inspect();
    await page.getByRole('textbox', { name: 'Cash received' }).fill('100');
    await button('Complete sale').click();
    await page.getByRole('region', { name: 'Orders' }).getByText('Delivered').first().waitFor();
    await button('Show key').click();
    await inspect();
  });

  it('orders, and one of them', async () => {
    await button('Orders').click();
    await page.getByText('TEST OFFER GROUP').first().waitFor();
    await inspect();
    await page.getByText('TEST OFFER GROUP').first().click();
    await inspect();
  });

  it.each(['Day', 'Catalogue', 'Prices', 'Staff', 'Settings', 'Balance', 'Audit'])(
    'the manager’s %s',
    async tab => {
      await button('Manager').click();
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel').waitFor();
      await inspect();
    },
  );

  it('without a complaint from the browser', () => {
    expect(complaints(page)).toEqual([]);
  });
});

/** Controls a finger would miss: under 48 px and not on a label or row that is larger. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ controls, least }) =>
      [...document.querySelectorAll<HTMLElement>(controls)]
        .filter(control => control.checkVisibility() && control.getBoundingClientRect().width > 1)
        .filter(control => {
          const target = control.closest('label') ?? control;
          const box = target.getBoundingClientRect();
          return Math.round(box.width) < least || Math.round(box.height) < least;
        })
        .filter(control => !control.closest('[aria-hidden=true], .sr-only'))
        .map(control => control.outerHTML.slice(0, 160)),
    { controls: CONTROLS, least: LEAST_PX },
  );
}
