import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Settings } from '../../../shared/contract/terminal.ts';
import { ok, refused } from '../../support/fake-till.ts';
import { aida, aStatus } from '../../support/fixtures.ts';
import { managerTill, SETTINGS } from './manager-till.ts';
import { button, dialog, openManager, said } from './open-manager.tsx';

const TOKEN = '0123456789abcdef0123456789abcdef';
const secretsSet = { token: true, managementToken: false };
const preview = () => page.getByRole('figure', { name: 'How the receipt will look' });

test('only what was changed is saved', async () => {
  const shop = { name: 'Player Two', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' };
  const after: Settings = { ...SETTINGS, theme: 'dark', shop: { ...SETTINGS.shop, ...shop } };
  const till = managerTill().answer('settings.save', () => ok({ settings: after, secretsSet }));
  await openManager('Settings', till);
  await page.getByLabelText('Shop name').fill('Player Two');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await button('Save', true).click();
  await expect.element(said('Everything is saved')).toBeVisible();
  expect(said('Saved').elements()).toHaveLength(0);
  expect(till.inputsOf('settings.save')).toEqual([{ theme: 'dark', shop }]);
});

test('what is saved shows in the whole till', async () => {
  const till = managerTill().answer('settings.save', () => ok({ settings: SETTINGS, secretsSet }));
  await openManager('Settings', till);
  await page.getByLabelText('Shop name').fill('Player Two');
  const before = till.inputsOf('terminal.status').length;
  await button('Save', true).click();
  await expect.poll(() => till.inputsOf('terminal.status').length).toBe(before + 1);
});

test('the receipt is drawn as it is written', async () => {
  await openManager('Settings');
  await page.getByLabelText('Lines at the end').fill('See you soon!');
  await expect.element(preview()).toMatchTextContent(/Player OneAbay Ave 10, Almaty.*Sale No. 1042/);
  await expect.element(preview()).toMatchTextContent(/1 × 10240\.00.*TOTAL10240\.00 KZT.*YOUR KEY.*XXXX/);
  await expect.element(preview()).toMatchTextContent(/See you soon!$/);
});

test('the receipt speaks the language that is about to be saved', async () => {
  await openManager('Settings');
  await page.getByRole('radio', { name: 'Русский' }).click();
  await expect.element(preview()).toMatchTextContent(/Продажа № 1042.*ИТОГО10 240,00.*ВАШ КЛЮЧ/);
});

test('a printer of this computer is found and chosen; the test page waits for the save', async () => {
  const { till } = await openManager('Settings');
  const found = { target: 'cups:XP80', name: 'XP-80C', through: 'commands' } as const;
  till.answer('printer.list', () => ok({ printers: [found], hasDrivers: false }));
  await expect.element(button('Print test page')).toBeEnabled();
  await button('Look for printers').click();
  await button('Use XP-80C').click();
  await expect.element(page.getByLabelText('Printer address')).toHaveValue('cups:XP80');
  await expect.element(button('Print test page')).toBeDisabled();
  await expect.element(said(/the test page goes to the printer that is saved/)).toBeVisible();
});

test('a till that is closed like any other window has no other way of closing it', async () => {
  await openManager('Settings');
  await expect.element(page.getByLabelText('Shop name')).toBeVisible();
  expect(button('Close the till').query()).toBeNull();
});

test('a kiosk is closed here, with the PIN asked anew, and a wrong one is said and wiped', async () => {
  const status = aStatus({ session: { staff: aida }, closedByManager: true });
  status.queue = { ...status.queue, waiting: 2 };
  const till = managerTill().answer('terminal.status', () => ok(status));
  till.answer('terminal.close', ({ pin }) => (pin === '2468' ? ok({}) : refused('wrong_pin', { left: 4 })));
  await openManager('Settings', till);
  await button('Close the till').click();
  const close = dialog().getByRole('button', { name: 'Close the till' });
  await expect.element(dialog().getByText(/2 orders are still waiting/)).toBeVisible();
  await expect.element(close).toBeDisabled();
  await userEvent.keyboard('1111{Enter}');
  await expect.element(dialog().getByRole('alert')).toBeVisible();
  await expect.element(close).toBeDisabled();
  await userEvent.keyboard('2468');
  await close.click();
  expect(till.inputsOf('terminal.close')).toEqual([{ pin: '1111' }, { pin: '2468' }]);
});

test('a printer is chosen through its driver, then also with sheets of A4', async () => {
  const { till } = await openManager('Settings');
  const found = { target: 'system:HP LaserJet', name: 'HP LaserJet', through: 'driver' } as const;
  till.answer('printer.list', () => ok({ printers: [found], hasDrivers: true }));
  await expect.element(page.getByRole('radio', { name: 'A4' })).not.toBeInTheDocument();
  await button('Look for printers').click();
  await button('Use HP LaserJet with its driver').click();
  await expect.element(page.getByLabelText('Printer address')).toHaveValue('system:HP LaserJet');
  await page.getByRole('radio', { name: 'A4' }).click();
  await expect.element(page.getByRole('radio', { name: 'A4' })).toBeChecked();
  await page.getByLabelText('Printer address').fill('none');
  await expect.element(page.getByRole('radio', { name: '80 mm' })).toBeChecked();
});

test('a till that cannot print through drivers says who can', async () => {
  const { till } = await openManager('Settings');
  till.answer('printer.list', () => ok({ printers: [], hasDrivers: false }));
  await button('Look for printers').click();
  await expect.element(said(/A printer that needs its driver works with the desktop till/)).toBeVisible();
});

test('the test page says that it is on its way, or why not', async () => {
  const { till } = await openManager('Settings');
  till.answer('printer.test', () => ok({ printId: 'test-1' }));
  await button('Print test page').click();
  await expect.element(said('The test page is on its way')).toBeVisible();
  till.answer('printer.test', () => refused('no_printer'));
  await button('Print test page').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/There is no printer/);
});

test('a printer that does not print says why in the words of the till, and what the system says only below', async () => {
  const details = { failure: 'device_missing', says: "ENOENT: no such file, open '/dev/usb/lp0'" } as const;
  const error = { code: 'printer_unreachable', message: '', details } as const;
  const printer = { target: 'file:/dev/usb/lp0', state: 'waiting', waiting: 1, error } as const;
  const status = aStatus({ session: { staff: aida }, printer });
  await openManager(
    'Settings',
    managerTill().answer('terminal.status', () => ok(status)),
  );
  await expect.element(said(/This computer does not see it\. Check that/)).toBeVisible();
  await expect.element(said(/^Details: ENOENT: no such file/)).toBeVisible();
});

test('a printer named when the till was started is shown, and tried, but not edited', async () => {
  const started = { target: 'tcp://192.168.1.77:9100', state: 'ready', waiting: 0 } as const;
  const till = managerTill()
    .answer('terminal.status', () => ok(aStatus({ session: { staff: aida }, printer: started })))
    .answer('settings.get', () => ok({ settings: { ...SETTINGS, printer: 'none' }, secretsSet }));
  await openManager('Settings', till);
  await expect.element(said('Set when the till was started: tcp://192.168.1.77:9100')).toBeVisible();
  await expect.element(page.getByLabelText('Printer address')).toBeDisabled();
  await expect.element(button('Print test page')).toBeEnabled();
});

test('an address that is no printer cannot be saved', async () => {
  await openManager('Settings');
  await page.getByLabelText('Printer address').fill('my printer');
  await expect.element(said(/^Write an address such as 192\.168\.1\.50/)).toBeVisible();
  await expect.element(button('Save', true)).toBeDisabled();
});

test('a token goes in and never comes out', async () => {
  const till = managerTill().answer('settings.save', () => ok({ settings: SETTINGS, secretsSet }));
  const { container } = await openManager('Settings', till);
  await button('Replace: Shop token').click();
  const field = dialog().getByLabelText('Shop token');
  await expect.element(field).toHaveValue('');
  await expect.element(field).toHaveAttribute('type', 'password');
  await field.fill('too short');
  await button('Save', true).last().click();
  await expect.element(said(/This one has 9\./)).toBeVisible();
  await field.fill(TOKEN);
  await button('Save', true).last().click();
  await expect.element(said('The token has been replaced')).toBeVisible();
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(till.inputsOf('settings.save')).toEqual([{ token: TOKEN }]);
  expect(container.innerHTML).not.toContain(TOKEN);
});

test('a token that the partner rejects is not called set, and replacing it is what is to be done', async () => {
  const connection = { state: 'token_rejected', since: '2026-03-29T08:00:00.000Z' } as const;
  const status = aStatus({ session: { staff: aida }, connection });
  await openManager(
    'Settings',
    managerTill().answer('terminal.status', () => ok(status)),
  );
  const access = page.getByRole('region', { name: 'Access to the partner' });
  await expect.element(access).toMatchTextContent(/Shop token.*Rejected by the partner.*Management token/);
  expect(access.getByText('Set', { exact: true }).elements()).toEqual([]);
});

test('a name as long as it may be says how long that is', async () => {
  await openManager('Settings');
  const name = page.getByLabelText('Shop name');
  await expect.element(name).not.toHaveAccessibleDescription(/characters/);
  await name.fill('x'.repeat(80));
  await expect.element(name).toHaveAccessibleDescription('No more than 80 characters.');
});

test('a token that the partner does not accept stays out', async () => {
  const till = managerTill().answer('settings.save', () => refused('token_rejected'));
  await openManager('Settings', till);
  await button('Replace: Shop token').click();
  await dialog().getByLabelText('Shop token').fill(TOKEN);
  await button('Save', true).last().click();
  await expect.element(dialog().getByRole('alert')).toMatchTextContent(/does not accept the token/);
});

test('a printer on the network is saved as the till writes it, however it was typed', async () => {
  const target = 'tcp://192.168.1.60:9100';
  const after = { ...SETTINGS, printer: target };
  const till = managerTill();
  till.answer('settings.save', () => {
    const printer = { target, state: 'ready', waiting: 0 } as const;
    till.answer('terminal.status', () => ok(aStatus({ session: { staff: aida }, printer })));
    return ok({ settings: after, secretsSet });
  });
  await openManager('Settings', till);
  await page.getByLabelText('Printer address').fill('192.168.1.60');
  await button('Save', true).click();
  await expect.element(page.getByLabelText('Printer address')).toHaveValue(target);
  expect(till.inputsOf('settings.save')).toEqual([{ printer: target }]);
});
