import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../support/accessibility.ts';
import { FakeTill, ok, refused } from '../support/fake-till.ts';
import { aBalance, aida, aStatus } from '../support/fixtures.ts';
import { renderApp } from '../support/render.tsx';

afterEach(() => {
  document.documentElement.lang = 'en';
});

const locked = () => new FakeTill().answer('terminal.status', () => ok(aStatus({ session: null })));

test('a locked till shows who may sell', async () => {
  renderApp(locked());
  await expect.element(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
});

test('a till that takes its time to open says so, and is not taken for one that is gone', async () => {
  const opening = Promise.withResolvers<void>();
  const status = aStatus({ session: null });
  renderApp(new FakeTill().answer('terminal.status', () => opening.promise.then(() => ok(status))));
  await expect.element(page.getByRole('heading', { name: 'KeyTill' })).toBeVisible();
  await expect.element(page.getByText('Opening the till…')).toBeVisible();
  await expectAccessible();
  opening.resolve();
  await expect.element(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
});

test('a till that was never set up begins with the set-up', async () => {
  const fresh = aStatus({ phase: 'setup', shop: null, session: null, staff: [] });
  renderApp(new FakeTill().answer('terminal.status', () => ok(fresh)));
  await expect.element(page.getByRole('heading', { name: 'Set up KeyTill' })).toBeVisible();
});

test('a till that was never set up speaks the language of the computer, and proposes it', async () => {
  const language = vi.spyOn(navigator, 'language', 'get').mockReturnValue('ru-KZ');
  const fresh = aStatus({ phase: 'setup', shop: null, session: null, staff: [] });
  renderApp(new FakeTill().answer('terminal.status', () => ok(fresh)));
  await expect.element(page.getByRole('heading', { name: 'Настройка KeyTill' })).toBeVisible();
  await expect.element(page.getByRole('radio', { name: 'Русский' })).toBeChecked();
  language.mockRestore();
});

test('a till that is blocked says what to do', async () => {
  const blocked = { code: 'keychain_unavailable', message: '' } as const;
  const status = aStatus({ phase: 'blocked', session: null, blocked });
  renderApp(new FakeTill().answer('terminal.status', () => ok(status)));
  await expect
    .element(page.getByRole('heading', { name: 'This computer gives KeyTill no keychain' }))
    .toBeVisible();
});

test('a till that does not answer is asked again until it does', async () => {
  const till = new FakeTill().answer('terminal.status', () => refused('till_unreachable'));
  renderApp(till);
  await expect.element(page.getByText('The till does not answer')).toBeVisible();
  await expectAccessible();
  till.answer('terminal.status', () => ok(aStatus({ session: null })));
  await expect.element(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
});

test('the page speaks the till’s language and wears its theme', async () => {
  const status = aStatus({ session: null, language: 'ru', theme: 'dark' });
  renderApp(new FakeTill().answer('terminal.status', () => ok(status)));
  await expect.element(page.getByRole('heading', { name: 'Кто за кассой?' })).toBeVisible();
  expect(document.documentElement.lang).toBe('ru');
  expect(document.documentElement.dataset.theme).toBe('dark');
});

describe('while someone is signed in', () => {
  test('locking from elsewhere brings the lock screen at once', async () => {
    const till = new FakeTill()
      .answer('terminal.status', () => ok(aStatus({ session: { staff: aida } })))
      .answer('balance.get', () => ok(aBalance()))
      .answer('catalogue.products', () => ok({ products: [], total: 0 }))
      .answer('catalogue.search', () => ok({ offers: [], total: 0 }));
    renderApp(till);
    await expect.element(page.getByRole('region', { name: 'Balance' })).toBeVisible();
    till.answer('terminal.status', () => ok(aStatus({ session: null })));
    till.emit({ name: 'session.changed', payload: { staff: null } });
    await expect.element(page.getByRole('heading', { name: 'Who is selling?' })).toBeVisible();
  });
});
