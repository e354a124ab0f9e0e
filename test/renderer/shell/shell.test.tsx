import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fetched } from '../../../renderer/fetched.tsx';
import { Shell } from '../../../renderer/shell/shell.tsx';
import type { TerminalStatus } from '../../../shared/contract/terminal.ts';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { FakeTill, ok } from '../../support/fake-till.ts';
import { aBalance, aida, aStatus } from '../../support/fixtures.ts';
import { render } from '../../support/render.tsx';

const screens = {
  till: fetched(async () => () => <h1>Selling</h1>),
  orders: fetched(async () => () => <h1>All orders</h1>),
  manager: fetched(async () => () => <h1>Managing</h1>),
};

function openTill(change: Partial<TerminalStatus> = {}) {
  const till = new FakeTill()
    .answer('terminal.status', () => ok(aStatus(change)))
    .answer('balance.get', () => ok(aBalance()))
    .answer('session.signOut', () => ok({}));
  const container = render(<Shell screens={screens} />, { as: 'page', bridge: till });
  return { till, container };
}

const troubled = aStatus({
  session: { staff: aida },
  connection: { state: 'offline', since: '2026-03-29T08:00:00.000Z' },
  queue: { waiting: 3, held: 1, toRefund: 2, amount: '48200.00' },
  printer: {
    target: 'tcp://127.0.0.1:9100',
    state: 'waiting',
    waiting: 2,
    error: { code: 'printer_no_paper', message: '' },
  },
  storage: { state: 'read_only', since: '2026-03-29T09:00:00.000Z' },
  keychain: 'memory',
});

const balance = () => page.getByRole('region', { name: 'Balance' });

test('a cashier goes between selling and orders, and finds no manager’s screen', async () => {
  openTill();
  await expect.element(page.getByRole('heading', { name: 'Selling' })).toBeVisible();
  await page.getByRole('button', { name: 'Orders' }).click();
  await expect.element(page.getByRole('heading', { name: 'All orders' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Manager' }).elements()).toEqual([]);
});

test('a manager reaches the manager’s screen', async () => {
  openTill({ session: { staff: aida } });
  await page.getByRole('button', { name: 'Manager' }).click();
  await expect.element(page.getByRole('heading', { name: 'Managing' })).toBeVisible();
});

test('Lock signs out', async () => {
  const { till } = openTill();
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect.poll(() => till.inputsOf('session.signOut')).toHaveLength(1);
});

test('the balance, what is reserved and how old it is are there to see', async () => {
  const { till } = openTill({ queue: { waiting: 2, held: 0, toRefund: 0, amount: '24000.00' } });
  await expect.element(balance()).toMatchTextContent(/\$842\.15/);
  await balance().getByRole('button').click();
  const details = page.getByRole('dialog', { name: 'Balance details' });
  await expect.element(details).toMatchTextContent(/Reserved\$23\.09/);
  await expect.element(details).toMatchTextContent(/2 orders still open₸24,000\.00/);
  await page.getByRole('button', { name: 'Refresh balance' }).click();
  await expect.poll(() => till.inputsOf('balance.get').at(-1)).toEqual({ fresh: true });
});

test('a low balance is said as soon as the till knows', async () => {
  const { till } = openTill();
  await expect.element(balance()).toMatchTextContent(/\$842\.15/);
  till.emit({ name: 'balance.changed', payload: aBalance({ balance: '3.10', low: true }) });
  await expect.element(balance()).toMatchTextContent(/\$3\.10Low/);
});

test('the top bar does not move with the balance', async () => {
  await page.viewport(1024, 768);
  const { till } = openTill();
  await expect.element(balance()).toMatchTextContent(/\$842\.15/);
  const before = balance().element().getBoundingClientRect().width;
  const changes = [
    { reserved: '0', asOf: new Date().toISOString() },
    { balance: '12842.15', reserved: '12300.09', stale: true, low: true },
    { balance: '8.00', stale: true },
  ];
  for (const change of changes) {
    till.emit({ name: 'balance.changed', payload: aBalance(change) });
    await new Promise(requestAnimationFrame);
    expect(balance().element().getBoundingClientRect().width).toBe(before);
  }
  await expect.element(balance()).toMatchTextContent(/\$8\.00Outdated/);
});

test('without a connection the cashier is told to keep selling', async () => {
  const { till } = openTill();
  await expect.element(page.getByText('Online')).toBeVisible();
  till.emit({ name: 'connection.changed', payload: { state: 'offline', since: '2026-03-29T09:00:00.000Z' } });
  await expect.element(page.getByText(/Keep selling: orders are taken/)).toBeVisible();
  await expect.element(page.getByText('Offline')).toBeVisible();
});

test.each([
  ['full', /The disk is full: nothing can be sold.*Free some space/],
  ['read_only', /may not be written to: nothing can be sold.*writable again/],
  ['failed', /The disk fails: nothing can be sold.*checked/],
  ['locked', /Another program holds the till’s file: nothing can be sold.*Close backup/],
] as const)(
  'a disk that is %s is said, with what to do and that nothing is lost, until it is over',
  async (state, text) => {
    const { till } = openTill();
    await expect.element(page.getByText('Online')).toBeVisible();
    till.emit({ name: 'storage.changed', payload: { state, since: '2026-03-29T09:00:00.000Z' } });
    await expect.element(page.getByText(text)).toMatchTextContent(/Every sale before is stored/);
    till.emit({ name: 'storage.changed', payload: { state: 'ok', since: '2026-03-29T09:01:00.000Z' } });
    await expect.poll(() => page.getByText(/nothing can be sold/).elements()).toEqual([]);
  },
);

test.each([
  [1024, 768],
  [1920, 1080],
])('how old the balance is stands there whole, also in Russian, at %i px', async (width, height) => {
  await page.viewport(width, height);
  const asOf = new Date(Date.now() - 33_000).toISOString();
  const till = new FakeTill()
    .answer('terminal.status', () => ok(aStatus({ session: { staff: aida } })))
    .answer('balance.get', () => ok({ ...aBalance(), reserved: '0.00', asOf }));
  const container = render(<Shell screens={screens} />, { as: 'page', bridge: till, language: 'ru' });
  const age = page.getByText(/Баланс · 3\d секунд.* назад/).first();
  await expect.element(age).toBeVisible();
  expect(age.element().scrollWidth).toBeLessThanOrEqual(age.element().clientWidth);
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth);
});

test('a till that has gone silent is not shown as online, and the screen stays', async () => {
  await page.viewport(1024, 768);
  const { till, container } = openTill(troubled);
  await expect.element(page.getByText('No connection', { exact: true })).toBeVisible();
  till.emit({ name: 'lost' });
  const signs = page.getByRole('status', { name: 'State of the terminal' });
  await expect.element(signs).toMatchTextContent(/The till does not answer/);
  await expect.element(signs).toMatchTextContent(/Printer unknown/);
  await expect.element(page.getByRole('heading', { name: 'Selling' })).toBeVisible();
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth);
  till.emit({ name: 'resync' });
  await expect.element(signs).toMatchTextContent(/Offline/);
});

test('prints that did not come out can be tried again from anywhere', async () => {
  const { till } = openTill({ printer: troubled.printer });
  till.answer('printer.retry', () => ok({}));
  await expect.element(page.getByText(/The printer has no paper/)).toBeVisible();
  await page.getByRole('button', { name: 'Print again' }).click();
  await expect.poll(() => till.inputsOf('printer.retry')).toHaveLength(1);
});

test('why a printer does not print is said without the words of the system', async () => {
  const details = { failure: 'no_answer', says: 'no connection within 3000 ms' } as const;
  openTill({
    printer: { ...troubled.printer, error: { code: 'printer_unreachable', message: '', details } },
  });
  await expect
    .element(page.getByText(/The printer does not answer\. The connection was not made in time\./))
    .toBeVisible();
  expect(page.getByText(/3000 ms/).elements()).toEqual([]);
});

test('a key that waits for a person says of which sale it is', async () => {
  const error = { code: 'print_waits_for_person', message: '', details: { sale: '118' } } as const;
  openTill({ printer: { ...troubled.printer, waiting: 1, error } });
  await expect.element(page.getByText(/It is of sale 118\./)).toBeVisible();
});

test('a till to practise on says so, always', async () => {
  openTill({ demo: true, keychain: 'memory' });
  await expect.element(page.getByText(/nothing is bought and nothing is charged/)).toBeVisible();
});

test('Tab reaches the content first, then every control', async () => {
  openTill({ session: { staff: aida } });
  await expect.element(page.getByRole('heading', { name: 'Selling' })).toBeVisible();
  const reached: string[] = [];
  for (let step = 0; step < 6; step++) {
    await userEvent.keyboard('{Tab}');
    reached.push(document.activeElement?.textContent ?? '');
  }
  expect(reached.slice(0, 5)).toEqual(['Skip to the content', 'Sell', 'Orders', 'Manager', 'Lock']);
  expect(reached[5]).toContain('$842.15');
});

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test('everything that can be wrong at once is accessible', async () => {
    const till = new FakeTill()
      .answer('terminal.status', () => ok(troubled))
      .answer('balance.get', () => ok(aBalance({ low: true, stale: true })));
    const container = render(<Shell screens={screens} />, { as: 'page', bridge: till, theme });
    await expect.element(balance()).toMatchTextContent(/\$842\.15/);
    await expectAccessible();
    expectTouchTargets(container);
  });
});
