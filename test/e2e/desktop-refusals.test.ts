import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LINKS, REQUESTS } from '../escapes/attempts.ts';
import { type HostedTill, type HostName, hostsUnderTest, openHostedTill } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';

/** The same that is tried on the kiosk of Linux, in the built desktop till. */
const isTried = (host: HostName) => areNamed() && hostsUnderTest().includes(host);

for (const host of ['double', 'electron'] as const)
  describe.runIf(isTried(host))(`on the host ${host} the page of a desktop kiosk`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
    let till: HostedTill;
    const dialogs: string[] = [];
    beforeAll(async () => {
      const args = ['--data', folder, '--keychain', 'memory', '--partner', 'http://127.0.0.1:9'];
      till = await openHostedTill(host, { args: [...args, '--profile', 'kiosk'] });
      till.page.on('dialog', dialog => {
        dialogs.push(dialog.type());
        void dialog.dismiss();
      });
      till.page.on('filechooser', () => dialogs.push('filechooser'));
      till.page.on('download', download => dialogs.push(download.suggestedFilename()));
    });
    afterAll(async () => {
      await till?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    });

    /** Whether it is still the only page, the same one, and answers. */
    async function staysAsItWas(act: () => Promise<unknown>): Promise<void> {
      const { page } = till;
      await page.evaluate(() => document.body.setAttribute('data-same', ''));
      await act();
      await page.waitForTimeout(150);
      expect(page.context().pages()).toHaveLength(1);
      expect(await page.locator('body[data-same] #root button').count()).toBeGreaterThan(0);
      expect(dialogs).toEqual([]);
      expect((await till.call('terminal.status', {})).phase).toBe('setup');
    }

    test.each(LINKS)('is not left by $name', async ({ href, attributes = {} }) => {
      await staysAsItWas(async () => {
        await till.page.evaluate(
          ([address, given]) => {
            const link = Object.assign(document.createElement('a'), { href: address, textContent: 'out' });
            for (const [name, value] of Object.entries(given)) link.setAttribute(name, value);
            Object.assign(link.style, { position: 'fixed', top: '0', left: '0', zIndex: '99' });
            document.body.append(link);
          },
          [href, attributes] as const,
        );
        const link = till.page.getByText('out', { exact: true });
        for (const button of ['left', 'middle', 'right'] as const) await link.click({ button });
        for (const key of ['Control', 'Shift'] as const) await link.click({ modifiers: [key] });
        // Past the page's own guard, too: what is outside it refuses the same.
        if (href !== '/') await till.page.evaluate(address => location.assign(address), href).catch(() => {});
        await till.page.evaluate(() => document.querySelector('body > a')?.remove());
      });
    });

    test.each(REQUESTS)('gets nothing by asking: $name', async ({ code }) => {
      await staysAsItWas(() =>
        Promise.race([till.page.evaluate(code).catch(() => {}), till.page.waitForTimeout(300)]),
      );
    });
  });
