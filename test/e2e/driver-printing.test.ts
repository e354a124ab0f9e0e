import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../electron/sandbox/sandbox.ts';
import { hostsUnderTest, openHostedTill } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';

const PIN = '2468';

/** Electron's own printers are the machine's: nothing is printed on those. */
test.runIf(areNamed() && hostsUnderTest().includes('double'))(
  'a receipt that the driver fails on waits with the driver’s words, and comes out as a copy when a person asks',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'keytill-driver-'));
    const counter = join(home, 'printers', 'Front counter');
    mkdirSync(counter, { recursive: true });
    writeFileSync(join(counter, 'fails'), '');
    const sandbox = await startSandbox();
    const till = await openHostedTill('double', {
      switches: [`--double-printers=${join(home, 'printers')}`],
      args: [
        ...['--data', join(home, 'till'), '--keychain', 'memory'],
        ...['--partner', sandbox.url, '--aggregator', sandbox.url],
      ],
    });
    onTestFinished(async () => {
      await till.stop();
      await sandbox.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    });
    const { staff } = await till.call('setup.complete', {
      language: 'en',
      shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
      token: sandbox.token,
      manager: { name: 'Mira', pin: PIN },
      rates: { USD: '470', RUB: '5' },
    });
    await till.call('session.signIn', { staffId: staff.id, pin: PIN });
    const found = await till.call('printer.list', {});
    const driven = found.printers.find(({ through }) => through === 'driver');
    expect(found.hasDrivers).toBe(true);
    expect(driven).toMatchObject({ target: 'system:Front counter', name: 'Front counter' });
    await till.call('settings.save', { printer: driven?.target ?? '' });
    const { added } = await till.call('catalogue.import', { offerIds: '999' });
    const { offer } = await till.call('catalogue.get', { offerId: added[0] ?? 999 });
    const price = offer.price ?? '';
    await till.call('sales.charge', {
      attemptId: '0190f3a4-5b6c-7d8e-9f01-23456789ab01',
      lines: [{ offerId: 999, quantity: 1, price }],
      payment: { method: 'card', reference: '42' },
    });

    const printer = async () => (await till.call('terminal.status', {})).printer;
    await expect.poll(printer, { timeout: 10_000 }).toMatchObject({
      state: 'waiting',
      waiting: 1,
      error: { code: 'printer_refused', details: { needsPerson: true, says: 'Print job failed' } },
    });
    await till.page.reload();
    await expect
      .poll(() => till.page.getByText(/The printer refused to print/).count(), { timeout: 10_000 })
      .toBeGreaterThan(0);
    expect(await till.page.getByText('Print job failed').count()).toBe(0);
    rmSync(join(counter, 'fails'));
    await till.call('printer.retry', {});
    await expect.poll(printer, { timeout: 10_000 }).toMatchObject({ state: 'ready', waiting: 0 });
    const [paper = '', ...more] = readdirSync(counter);
    expect(more).toEqual([]);
    expect(readFileSync(join(counter, paper), 'latin1')).toMatch(/^%PDF-/);
    const { entries } = await till.call('audit.list', {});
    const printed = entries.filter(({ action }) => action === 'print.printed');
    expect(printed).toMatchObject([{ details: expect.stringContaining('kind: receipt, copy: true') }]);
  },
);
