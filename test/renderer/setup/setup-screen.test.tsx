import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SetupScreen } from '../../../renderer/setup/setup-screen.tsx';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { FakeTill, ok, refused } from '../../support/fake-till.ts';
import { aida } from '../../support/fixtures.ts';
import { render } from '../../support/render.tsx';

const TOKEN = '0123456789abcdef0123456789abcdef';

const next = () => page.getByRole('button', { name: 'Continue' }).click();
const fill = (label: string, text: string) => page.getByLabelText(label).fill(text);
const title = (name: string) => page.getByRole('heading', { name, level: 2 });

async function chooseCurrency(code: string) {
  await page.getByRole('combobox', { name: 'Currency' }).fill(code);
  await page.getByRole('option', { name: new RegExp(code) }).click();
}

async function fillShop() {
  await next();
  await fill('Shop name', 'Player One');
  await chooseCurrency('KZT');
  await next();
}

async function fillUpToPrices() {
  await fillShop();
  await fill('Shop token', TOKEN);
  await next();
  await fill('Your name', 'Aida');
  await fill('PIN', '4711');
  await fill('The same PIN again', '4711');
  await next();
  await expect.element(title('How prices are made')).toBeVisible();
}

test('the language that is chosen at first is the one that is spoken', async () => {
  const till = new FakeTill().answer('setup.complete', () => ok({ staff: aida }));
  render(<SetupScreen onDone={() => {}} />, { as: 'page', bridge: till, language: 'ru' });
  await expect.element(page.getByRole('radio', { name: 'Русский' })).toBeChecked();
});

test('five steps set the till up, and the last page leads to the lock screen', async () => {
  const till = new FakeTill().answer('setup.complete', () => ok({ staff: aida }));
  const done = vi.fn();
  render(<SetupScreen onDone={done} />, { as: 'page', bridge: till });
  await fillUpToPrices();
  await fill('1 USD costs', '470');
  await expect.element(page.getByText('A key that costs $10.00 is sold for ₸5,170.00.')).toBeVisible();
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await page.getByRole('button', { name: 'Start' }).click();

  expect(done).toHaveBeenCalledOnce();
  expect(till.inputsOf('setup.complete')).toEqual([
    {
      language: 'en',
      shop: {
        name: 'Player One',
        currency: 'KZT',
        timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        dayStartsAt: '04:00',
      },
      token: TOKEN,
      manager: { name: 'Aida', pin: '4711' },
      rates: { USD: '470' },
      markupPercent: '10',
      roundTo: '5',
    },
  ]);
});

test('a computer whose clock is in UTC finds its zone in the list', async () => {
  render(<SetupScreen onDone={() => {}} />, { as: 'page', bridge: new FakeTill() });
  await next();
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await expect
    .element(zone)
    .toHaveValue(new Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' '));
  await zone.fill('UTC');
  await page.getByRole('option', { name: 'UTC', exact: true }).click();
  await expect.element(zone).toHaveValue('UTC');
});

test('a token the partner refuses leads back to the token, and what was entered is still there', async () => {
  const till = new FakeTill().answer('setup.complete', () => refused('token_rejected'));
  render(<SetupScreen onDone={() => {}} />, { as: 'page', bridge: till });
  await fillUpToPrices();
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/The partner does not accept the token/);
  await expect.element(page.getByLabelText('Shop token')).toHaveValue(TOKEN);
});

test('a partner out of reach can be tried again without entering anything anew', async () => {
  const till = new FakeTill().answer('setup.complete', () => refused('partner_unreachable'));
  render(<SetupScreen onDone={() => {}} />, { as: 'page', bridge: till });
  await fillUpToPrices();
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/The partner cannot be reached/);
  till.answer('setup.complete', () => ok({ staff: aida }));
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect.element(page.getByText('Player One is ready to sell')).toBeVisible();
});

test('a step with a fault is not left, and the first fault gets the focus', async () => {
  render(<SetupScreen onDone={() => {}} />, { as: 'page' });
  await next();
  await next();
  await expect.element(page.getByText('Enter the shop’s name.')).toBeVisible();
  await expect.element(page.getByLabelText('Shop name')).toHaveFocus();
});

test('the set-up speaks the language that was just chosen', async () => {
  render(<SetupScreen onDone={() => {}} />, { as: 'page' });
  await page.getByRole('radio', { name: 'Русский' }).click();
  await expect.element(page.getByRole('heading', { name: 'На каком языке работает касса?' })).toBeVisible();
  expect(document.documentElement.lang).toBe('ru');
});

test('Enter goes on, as from any form', async () => {
  render(<SetupScreen onDone={() => {}} />, { as: 'page' });
  await next();
  await fill('Shop name', 'Player One');
  await chooseCurrency('KZT');
  await page.getByLabelText('Shop name').click();
  await userEvent.keyboard('{Enter}');
  await expect.element(title('Your partner token')).toBeVisible();
});

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test('every step, with its faults, is accessible', async () => {
    const container = render(<SetupScreen onDone={() => {}} />, { as: 'page', theme });
    const check = async (heading: string) => {
      await expect.element(title(heading)).toBeVisible();
      await expectAccessible();
      expectTouchTargets(container);
    };
    await check('Which language does this till speak?');
    await next();
    await next();
    await check('Your shop');
    await fill('Shop name', 'Player One');
    await chooseCurrency('KZT');
    await next();
    await next();
    await check('Your partner token');
    await fill('Shop token', TOKEN);
    await next();
    await next();
    await check('The first manager');
    await fill('Your name', 'Aida');
    await fill('PIN', '4711');
    await fill('The same PIN again', '4711');
    await next();
    await check('How prices are made');
  });
});
