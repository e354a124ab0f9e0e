import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Settings } from '../../../shared/contract/terminal.ts';
import { ok, refused } from '../../support/fake-till.ts';
import { managerTill, SETTINGS } from './manager-till.ts';
import { button, openManager, said } from './open-manager.tsx';

const secretsSet = { token: true, managementToken: false };
const saved = (change: Partial<Settings>) => ok({ settings: { ...SETTINGS, ...change }, secretsSet });
const field = (name: string) => page.getByRole('textbox', { name });
/** By keyboard, as in a field that looks things up while one types. */
async function choose(label: string, code: string) {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await userEvent.keyboard(`{Control>}a{/Control}${code}`);
  await expect.element(page.getByRole('option', { name: new RegExp(`^${code}`) })).toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}{Enter}');
}

const example = () => page.getByRole('region', { name: 'Example' });

test('every currency that offers cost in is there, and the one without a rate says so', async () => {
  await openManager('Prices');
  await expect.element(field('1 USD =')).toHaveValue('470.00');
  await expect
    .element(field('1 TRY ='))
    .toHaveAccessibleDescription('22 offers cost in TRY. Without a rate these offers have no price.');
});

test('the example follows every change at once', async () => {
  await openManager('Prices');
  await expect.element(example()).toMatchTextContent(/\$10\.00 at 470₸4,700\.00/);
  await expect.element(example()).toMatchTextContent(/₸5,080\.00/);
  await field('Markup').fill('20');
  await expect.element(example()).toMatchTextContent(/with 20 % markup₸5,640\.00/);
  await field('An offer that costs').fill('1');
  await expect.element(example()).toMatchTextContent(/rounded up to ₸5\.00₸565\.00/);
});

test('the example asks for what is missing, not for what is there', async () => {
  await openManager('Prices');
  await field('Markup').fill('');
  await expect
    .element(example())
    .toMatchTextContent(/Enter a markup to see what a customer pays: 0 is none\./);
  await field('Markup').fill('8');
  await field('1 USD =').fill('');
  await expect.element(example()).toMatchTextContent(/Enter a rate of USD/);
});

test('only what was changed is saved, and the till says that it is', async () => {
  const { till } = await openManager('Prices');
  till.answer('settings.save', ({ rates = {} }) => saved({ rates }));
  await expect.element(said('Everything is saved')).toBeVisible();
  await expect.element(button('Save', true)).toBeDisabled();
  await field('1 TRY =').fill('13.4');
  await expect.element(said('There are unsaved changes')).toBeVisible();
  await button('Save', true).click();
  await expect.element(said('Everything is saved')).toBeVisible();
  expect(till.inputsOf('settings.save')).toEqual([{ rates: { RUB: '5.10', TRY: '13.4', USD: '470.00' } }]);
});

test('an added currency is saved once it has a rate, and can be taken away again', async () => {
  const { till } = await openManager('Prices');
  till.answer('settings.save', ({ rates = {} }) => saved({ rates }));
  await choose('Add a currency', 'EUR');
  await expect.element(field('1 EUR =')).toBeVisible();
  await expect.element(said('Everything is saved')).toBeVisible();
  await field('1 EUR =').fill('510');
  await button('Save', true).click();
  await expect.element(said('Everything is saved')).toBeVisible();
  await button('Remove the rate of EUR').click();
  await button('Save', true).click();
  await expect.element(field('1 EUR =')).not.toBeInTheDocument();
  expect(till.inputsOf('settings.save').map(({ rates }) => rates)).toEqual([
    { EUR: '510', RUB: '5.10', USD: '470.00' },
    { RUB: '5.10', USD: '470.00' },
  ]);
});

test('a rate of zero cannot be saved', async () => {
  await openManager('Prices');
  await field('1 USD =').fill('0');
  await expect.element(said('Enter a number above zero.')).toBeVisible();
  await expect.element(said('Something is not right yet')).toBeVisible();
  await expect.element(button('Save', true)).toBeDisabled();
});

test('changes outlive a look at another tab, whose label says so, and can be discarded', async () => {
  await openManager('Prices');
  await field('Markup').fill('15');
  await page.getByRole('tab', { name: 'Day' }).click();
  await page.getByRole('tab', { name: 'Prices · unsaved' }).click();
  await expect.element(field('Markup')).toHaveValue('15');
  await button('Discard').click();
  await expect.element(field('Markup')).toHaveValue('8');
  await expect.element(said('Everything is saved')).toBeVisible();
});

test('changes are gone when the till has been locked', async () => {
  const { till } = await openManager('Prices');
  await field('Markup').fill('15');
  till.emit({ name: 'session.changed', payload: { staff: null } });
  await page.getByRole('tab', { name: 'Day' }).click();
  await page.getByRole('tab', { name: 'Prices' }).click();
  await expect.element(field('Markup')).toHaveValue('8');
});

test('a shop that has sold is told that its currency stays', async () => {
  const till = managerTill().answer('settings.save', () => refused('currency_fixed', { currency: 'KZT' }));
  await openManager('Prices', till);
  await choose('Currency', 'EUR');
  await button('Save', true).click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(said('There are unsaved changes')).toBeVisible();
});
