import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TillScreen } from '../../../renderer/till/till-screen.tsx';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { ok, refused } from '../../support/fake-till.ts';
import { render } from '../../support/render.tsx';
import { Counter, manager } from './counter.ts';
import { button, payForAKey, scan, searchBox, sellAKey } from './steps.ts';

/** Every face of the screen, and how a cashier comes to see it. */
const FACES: Record<string, (counter: Counter) => Promise<void>> = {
  async shelf() {
    await expect.element(button('Adidas')).toBeVisible();
  },
  async 'search results'() {
    await searchBox().fill('steam');
    await expect.element(button(/Steam US 10 USD/)).toBeVisible();
  },
  async 'offers of a product, some of which cannot be sold'() {
    await searchBox().fill('steam');
    await button('Steam').click();
    await expect.element(button(/Steam Brazil/)).toBeVisible();
  },
  async key() {
    await scan('1001');
    await expect.element(button('Add to sale')).toBeVisible();
  },
  async 'known player'() {
    await scan('2002');
    await userEvent.keyboard('12{Enter}');
    await page.getByLabelText('Server ID').fill('7');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('NightOwl')).toBeVisible();
  },
  async 'unknown player, for a manager'(counter) {
    counter.answer('player.check', () => ok({ result: 'invalid' }));
    await scan('2001');
    await userEvent.keyboard('12{Enter}');
    await expect.element(button('Sell anyway')).toBeVisible();
  },
  async 'account that must write to the bot'(counter) {
    counter.answer('player.telegram', () => ok({ valid: true, username: 'aigerim' }));
    await scan('telegram_stars_500');
    await page.getByLabelText('Telegram username or ID').fill('aigerim');
    await button('Check player').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
  },
  async 'payment in cash that is short'() {
    await payForAKey();
    await page.getByLabelText('Cash received').fill('5');
    await button('Complete sale').click();
    await expect.element(page.getByText(/are still missing/)).toBeVisible();
  },
  async 'payment by card'() {
    await payForAKey();
    await page.getByRole('radio', { name: 'Card' }).click();
    await expect.element(page.getByLabelText('Card reference')).toBeVisible();
  },
  async 'new price'(counter) {
    counter.answer('sales.charge', () => refused('price_changed', { offerId: 1001, price: '5250' }));
    await payForAKey();
    await button('Complete sale').click();
    await expect.element(button('The customer agrees')).toBeVisible();
  },
  async 'payment without an answer'(counter) {
    counter.answer('sales.charge', () => refused('till_unreachable'));
    await payForAKey();
    await button('Complete sale').click();
    await expect.element(page.getByText('The till has not answered yet')).toBeVisible();
  },
  async 'key on the screen'(counter) {
    await sellAKey();
    counter.tell({ state: 'completed', next: 'none', hasKey: true });
    await button('Show key').click();
    await expect.element(button('Hide key')).toBeVisible();
  },
  async 'money to give back'(counter) {
    await sellAKey();
    counter.tell({ state: 'canceled', reason: 'by_partner', next: 'refund_customer' });
    await button('Give back ₸5,180.00').click();
    await expect.element(button('Money given back')).toBeVisible();
  },
  async 'sale taken offline'(counter) {
    await sellAKey();
    counter.emit({
      name: 'connection.changed',
      payload: { state: 'offline', since: '2026-03-29T09:00:00.000Z' },
    });
    counter.tell({
      state: 'queued',
      reason: 'partner_down',
      nextTryAt: new Date(Date.now() + 9000).toISOString(),
    });
    await expect.element(page.getByText('Taken')).toBeVisible();
  },
};

describe.each(['light', 'dark'] as const)('in %s', theme => {
  test.each(Object.entries(FACES))('%s satisfies WCAG and can be pressed with a finger', async (_, reach) => {
    const counter = new Counter({ staff: manager });
    const container = render(<TillScreen />, { bridge: counter, theme });
    await expect.element(searchBox()).toHaveFocus();
    await reach(counter);
    await expectAccessible();
    expectTouchTargets(container);
  });
});

test('in Russian every step has its words', async () => {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter, language: 'ru' });
  await expect.element(page.getByRole('searchbox', { name: 'Поиск товаров' })).toHaveFocus();
  await scan('1001');
  await button('Добавить в продажу').click();
  await button('К оплате').click();
  await button('Завершить продажу').click();
  await expect.element(button('Новая продажа')).toBeVisible();
  counter.tell({ state: 'completed', next: 'none', hasKey: true });
  await button('Показать ключ').click();
  await expect.element(page.getByText(/Скроется через 60 секунд/)).toBeVisible();
  expect(document.body.textContent).not.toMatch(/\b(till|common)[:.]\w+\.\w+/);
});
