import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ok, refused } from '../../support/fake-till.ts';
import { aida, timur } from '../../support/fixtures.ts';
import { button, dialog, openManager, said } from './open-manager.tsx';

const zhanna = { id: 'staff-zhanna', name: 'Zhanna', role: 'cashier' } as const;

test('the list says who is who, and which one is looking at it', async () => {
  await openManager('Staff');
  const people = page.getByRole('list', { name: 'Staff' });
  await expect.element(people).toMatchTextContent(/AidaYouManager/);
  await expect.element(people).toMatchTextContent(/TimurCashier/);
});

test('someone new gets a name, a role and a PIN that was typed twice', async () => {
  const { till } = await openManager('Staff');
  till.answer('staff.save', () => ok({ staff: zhanna }));
  await button('Add a person').click();
  await page.getByLabelText('Name').fill('Zhanna');
  await page.getByRole('radio', { name: 'Manager' }).click();
  await page.getByLabelText('PIN', { exact: true }).fill('2468');
  await page.getByLabelText('The same PIN again').fill('2469');
  await button('Save').click();
  await expect.element(said('The two PINs are not the same.')).toBeVisible();
  await page.getByLabelText('The same PIN again').fill('2468');
  till.answer('staff.list', () => ok({ staff: [aida, timur, zhanna] }));
  await button('Save').click();
  await expect.element(said('Zhanna can sign in now')).toBeVisible();
  expect(till.inputsOf('staff.save')).toEqual([{ name: 'Zhanna', role: 'manager', pin: '2468' }]);
  await expect.element(button('Edit Zhanna')).toBeVisible();
});

test('the last manager cannot become a cashier, and the dialog says why', async () => {
  const { till } = await openManager('Staff');
  till.answer('staff.save', () => refused('last_manager'));
  await button('Edit Aida').click();
  await page.getByRole('radio', { name: 'Cashier' }).click();
  await button('Save').click();
  await expect.element(dialog().getByRole('alert')).toMatchTextContent(/Make someone else a manager first/);
  expect(till.inputsOf('staff.save')).toEqual([{ id: aida.id, name: 'Aida', role: 'cashier' }]);
});

test('a forgotten PIN is replaced', async () => {
  const { till } = await openManager('Staff');
  till.answer('staff.save', () => ok({ staff: timur }));
  await button('New PIN for Timur').click();
  await page.getByLabelText('PIN', { exact: true }).fill('9173');
  await page.getByLabelText('The same PIN again').fill('9173');
  await button('Save').click();
  await expect.element(said('Timur has a new PIN')).toBeVisible();
  expect(till.inputsOf('staff.save')).toEqual([{ ...timur, pin: '9173' }]);
});

test('someone is removed only after having been asked', async () => {
  const { till } = await openManager('Staff');
  till.answer('staff.remove', () => ok({}));
  await button('Remove Timur').click();
  await expect.element(dialog()).toMatchTextContent(/Everything they sold stays on record/);
  expect(till.inputsOf('staff.remove')).toEqual([]);
  await dialog().getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.element(said('Timur has been removed')).toBeVisible();
  expect(till.inputsOf('staff.remove')).toEqual([{ id: timur.id }]);
});
