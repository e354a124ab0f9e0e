import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MANAGER_PIN, openTestTill, type TestTill } from '../support/test-till.ts';

let closed = 0;
const close = () => void closed++;
let till: TestTill;
beforeAll(async () => {
  till = await openTestTill({ close });
});
afterAll(() => till.stop());

const wrong = () => till.refusal('terminal.close', { pin: '0000' });

test('a kiosk is closed by a manager alone, who types the PIN again, and that is recorded', async () => {
  expect(await till.call('terminal.status', {})).toMatchObject({ closedByManager: true });
  expect(await wrong()).toMatchObject({ code: 'wrong_pin', details: { left: 4 } });
  expect(closed).toBe(0);
  await till.call('terminal.close', { pin: MANAGER_PIN });
  await vi.waitFor(() => expect(closed).toBe(1));
  const { entries } = await till.call('audit.list', { limit: 3 });
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['till.closed', 'session.wrong_pin']),
  );
});

test('a cashier does not close it', async () => {
  await till.call('staff.save', { name: 'Timur', role: 'cashier', pin: '1357' });
  const { staff } = await till.call('staff.list', {});
  const timur = staff.find(({ name }) => name === 'Timur');
  await till.call('session.signIn', { staffId: timur?.id ?? '', pin: '1357' });
  expect(await till.refusal('terminal.close', { pin: '1357' })).toMatchObject({ code: 'not_allowed' });
  await till.call('session.signOut', {});
  expect(await till.refusal('terminal.close', { pin: MANAGER_PIN })).toMatchObject({ code: 'not_signed_in' });
  await till.signIn();
});

test('guesses count as at the lock: the fifth wrong one locks both', async () => {
  for (let guess = 0; guess < 4; guess++) expect(await wrong()).toMatchObject({ code: 'wrong_pin' });
  expect(await wrong()).toMatchObject({ code: 'pin_locked' });
  expect(await till.refusal('terminal.close', { pin: MANAGER_PIN })).toMatchObject({ code: 'pin_locked' });
  const { id } = till.manager;
  expect(await till.refusal('session.signIn', { staffId: id, pin: MANAGER_PIN })).toMatchObject({
    code: 'pin_locked',
  });
  expect(closed).toBe(1);
});
