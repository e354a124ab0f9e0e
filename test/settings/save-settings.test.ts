import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestTill, TEST_OFFER, type TestTill } from '../support/test-till.ts';

let till: TestTill;
beforeAll(async () => {
  till = await openTestTill();
});
afterAll(() => till.stop());

const NEW_TOKEN = '0123456789abcdef0123456789abcdef';

describe('saving settings', () => {
  it('with a token that the partner does not take changes nothing at all', async () => {
    const before = await till.call('settings.get', {});
    expect(await till.refusal('settings.save', { token: NEW_TOKEN, markupPercent: '50' })).toMatchObject({
      code: 'token_rejected',
    });
    expect(await till.call('settings.get', {})).toEqual(before);
    expect(await till.keychain.get('partner-token')).toBe(till.sandbox.token);
  });

  it('that nonsense came with changes nothing', async () => {
    const before = await till.call('settings.get', {});
    const nonsense = [
      { markupPercent: '-100' },
      { markupPercent: '1e3' },
      { roundTo: '0' },
      { rates: { usd: '470' } },
      { rates: { USD: '-1' } },
      { priceTolerancePercent: '101' },
      { printer: 'http://printer' },
      { shop: { timeZone: 'Mars/Olympus' } },
      { shop: { dayStartsAt: '24:00' } },
    ];
    for (const patch of nonsense) {
      expect((await till.refusal('settings.save', patch)).code).toBe('invalid_input');
    }
    expect(await till.call('settings.get', {})).toEqual(before);
  });

  it.each(['.profile', 'new-file', '../../dev/../etc/profile.d/x.sh'])(
    'with the file %s for a printer is refused: a screen must not write into what the system runs',
    async name => {
      const home = mkdtempSync(join(tmpdir(), 'keytill-home-'));
      writeFileSync(join(home, '.profile'), '');
      for (const path of [join(home, name), `/dev/../${home}/${name}`]) {
        const { code } = await till.refusal('settings.save', { printer: `file:${path}` });
        expect(code).toBe('printer_not_device');
      }
      rmSync(home, { recursive: true });
    },
  );

  it.each(['/dev/null', '/dev/usb/lp-not-plugged-in', 'LPT1', '\\\\.\\COM3', '\\\\counter\\receipts'])(
    'with the device %s for a printer is taken',
    async path => {
      const { settings } = await till.call('settings.save', { printer: `file:${path}` });
      expect(settings.printer).toBe(`file:${path}`);
      await till.call('settings.save', { printer: 'none' });
    },
  );

  it('with a printer that needs a driver is refused by a till that has none', async () => {
    expect((await till.refusal('settings.save', { printer: 'system:Office Laser' })).code).toBe(
      'printer_needs_desktop',
    );
    expect((await till.call('settings.get', {})).settings.printer).toBe('none');
  });

  it('side by side loses neither change, though a token takes its time to be proved', async () => {
    await Promise.all([
      till.call('settings.save', { token: till.sandbox.token, markupPercent: '11' }),
      till.call('settings.save', { roundTo: '50' }),
    ]);
    expect((await till.call('settings.get', {})).settings).toMatchObject({
      markupPercent: '11',
      roundTo: '50',
    });
  });

  it('never shows a secret, only that there is one', async () => {
    const saved = await till.call('settings.save', { managementToken: 'jwt-of-the-manager' });
    expect(saved.secretsSet).toEqual({ token: true, managementToken: true });
    expect(JSON.stringify(saved)).not.toContain('jwt-of-the-manager');
    const removed = await till.call('settings.save', { managementToken: '' });
    expect(removed.secretsSet.managementToken).toBe(false);
    expect(await till.keychain.get('management-token')).toBeUndefined();
  });

  it('keeps the currency of the books from the first sale on', async () => {
    await till.call('settings.save', { shop: { currency: 'USD' } });
    await till.call('settings.save', { shop: { currency: 'KZT' } });
    const proving = till.call('settings.save', { token: till.sandbox.token, shop: { currency: 'USD' } });
    const refusal = expect(proving).rejects.toMatchObject({ code: 'currency_fixed' });
    await till.sell(TEST_OFFER);
    await refusal;
    expect(await till.refusal('settings.save', { shop: { currency: 'USD' } })).toMatchObject({
      code: 'currency_fixed',
      details: { currency: 'KZT' },
    });
    await till.call('settings.save', { shop: { name: 'Player Two' } });
  });

  it('says in the audit what was changed from what to what, and of a token only that it was', async () => {
    await till.call('settings.save', { markupPercent: '8', rates: { USD: '470' } });
    const patch = { markupPercent: '9', rates: { EUR: '510' } };
    await till.call('settings.save', { token: till.sandbox.token, ...patch });
    const { entries } = await till.call('audit.list', { limit: 1 });
    expect(entries).toMatchObject([
      {
        action: 'settings.saved',
        details:
          'changed: ["rates","markupPercent","token"], rates.USD: 470 → –, markupPercent: 8 → 9, rates.EUR: – → 510, token: replaced',
      },
    ]);
  });

  it('says of every setting in the audit what it was and is, and of the lines on a receipt that they are others', async () => {
    await till.call('settings.save', {
      language: 'ru',
      autoPrint: false,
      receipt: { header: 'Abay Ave, 10' },
    });
    const { entries } = await till.call('audit.list', { limit: 1 });
    expect(entries[0]?.details).toBe(
      'changed: ["language","autoPrint","receipt"], language: en → ru, autoPrint: true → false, header: changed',
    );
    await till.call('settings.save', { receipt: { paper: 58 }, shop: { dayStartsAt: '05:00' } });
    const after = await till.call('audit.list', { limit: 1 });
    expect(after.entries[0]?.details).toMatch(/dayStartsAt: \S+ → 05:00, paper: 80 → 58$/);
  });
});
