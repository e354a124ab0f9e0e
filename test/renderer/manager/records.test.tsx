import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../support/accessibility.ts';
import { ok, refused } from '../../support/fake-till.ts';
import { managerTill } from './manager-till.ts';
import { button, openManager, said } from './open-manager.tsx';

const movements = () => page.getByRole('list', { name: 'Movements' });
const transaction = (id: string) => ({
  id,
  amount: '-20.05',
  type: 'PURCHASE',
  description: `Order ${id}`,
  balanceAfter: '842.15',
  createdAt: '2026-03-29T08:30:00.000Z',
});

test('the account shows what is there and what moved', async () => {
  await openManager('Balance');
  await expect
    .element(page.getByRole('region', { name: 'Account at the partner' }))
    .toMatchTextContent(/\$842\.15/);
  await expect.element(movements()).toMatchTextContent(/PurchaseSteam, 20 USD/);
  await expect.element(movements()).toMatchTextContent(/\+\$500\.00/);
});

test('what moved comes page by page', async () => {
  const till = managerTill().answer('balance.transactions', ({ page: number = 1 }) =>
    ok({
      transactions: Array.from({ length: 50 }, (_, index) => transaction(`${number}-${index}`)),
      total: 100,
    }),
  );
  await openManager('Balance', till);
  await expect.element(said('Order 1-0')).toBeVisible();
  const scroller = document.querySelector('ul[aria-label="Movements"]')?.parentElement;
  await expect
    .poll(() => {
      scroller?.scrollTo(0, scroller.scrollHeight);
      return till.inputsOf('balance.transactions').map(({ page: number }) => number);
    })
    .toEqual([1, 2]);
});

test('a long list with nothing to press in it is scrolled with keys', async () => {
  const transactions = Array.from({ length: 50 }, (_, index) => transaction(String(index)));
  const till = managerTill().answer('balance.transactions', () => ok({ transactions, total: 50 }));
  await openManager('Balance', till);
  await expect.element(said('Order 0')).toBeVisible();
  await expectAccessible();
  const scroller = movements().element().parentElement;
  scroller?.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => scroller?.scrollTop).toBeGreaterThan(0);
});

test('without a management token the history says what it takes, and leads there', async () => {
  const till = managerTill().answer('balance.transactions', () => refused('history_needs_management_token'));
  await openManager('Balance', till);
  await expect.element(said('The history needs a management token')).toBeVisible();
  await button('Enter a management token').click();
  await expect.element(button('Enter: Management token')).toBeVisible();
});

test('the balance is asked for now', async () => {
  const { till } = await openManager('Balance');
  await button('Ask now').click();
  await expect.poll(() => till.inputsOf('balance.get').at(-1)).toEqual({ fresh: true });
});

test('the audit says in plain words what was done, and keeps what it does not know', async () => {
  await openManager('Audit');
  const entries = page.getByRole('list', { name: 'What was done, by whom' });
  await expect.element(entries).toMatchTextContent(/Decided: Try again · Aida/);
  await expect.element(entries).toMatchTextContent(/Key shown · Timur/);
  await expect.element(entries).toMatchTextContent(/Sale: 1042/);
  await expect.element(entries).toMatchTextContent(/Sale paid · TimurSale: 1042 · Total: 10240\.00/);
  await expect
    .element(entries)
    .toMatchTextContent(/Settings changed · The tillRate of USD: 470 → 480 · Markup: 8 → 9/);
  await expect
    .element(entries)
    .toMatchTextContent(/Settings changed · AidaLanguage: English → Русский · Print by itself: yes → no/);
  await expect
    .element(entries)
    .toMatchTextContent(
      /Lock the till when nobody has touched it for: 5 minutes → 1 minute · Lines at the end: changed/,
    );
  await expect.element(entries).toMatchTextContent(/something\.newer · The till/);
});

test('an audit that is intact is said to be', async () => {
  const { till } = await openManager('Audit');
  till.answer('audit.verify', () => ok({ ok: true, entries: 4 }));
  await button('Verify').click();
  await expect.element(said('Intact: all 4 entries, each as it was written')).toBeVisible();
});

test('an audit that was tampered with says where, and what to do', async () => {
  const { till } = await openManager('Audit');
  till.answer('audit.verify', () => ok({ ok: false, entries: 3, brokenAt: 3 }));
  await button('Verify').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Entry 3 is not what was written/);
});
