import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LockScreen } from '../../../renderer/lock/lock-screen.tsx';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { FakeTill, ok, refused } from '../../support/fake-till.ts';
import { aida, aStatus } from '../../support/fixtures.ts';
import { render } from '../../support/render.tsx';

function lockedTill() {
  return new FakeTill()
    .answer('terminal.status', () => ok(aStatus({ session: null })))
    .answer('session.signIn', ({ staffId, pin }) =>
      pin === '4711' && staffId === aida.id ? ok({ staff: aida }) : refused('wrong_pin', { left: 4 }),
    );
}

const choose = (name: RegExp) => page.getByRole('button', { name }).click();

test('a name, a PIN on the pad and Unlock sign a person in', async () => {
  const till = lockedTill();
  render(<LockScreen />, { as: 'page', bridge: till });
  await choose(/Aida/);
  for (const digit of '4711') await page.getByRole('button', { name: digit }).click();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect.poll(() => till.inputsOf('session.signIn')).toEqual([{ staffId: aida.id, pin: '4711' }]);
});

test('a disk that takes nothing is said before anyone signs in, with what to do', async () => {
  const till = lockedTill().answer('terminal.status', () =>
    ok(aStatus({ session: null, storage: { state: 'full', since: '2026-03-29T09:00:00.000Z' } })),
  );
  render(<LockScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByText('The disk is full: nothing can be sold')).toBeVisible();
  await expect.element(page.getByText(/Free some space on this computer/)).toBeVisible();
  till.emit({ name: 'storage.changed', payload: { state: 'ok', since: '2026-03-29T09:01:00.000Z' } });
  await expect.element(page.getByText('The disk is full: nothing can be sold')).not.toBeInTheDocument();
});

test('digits, Backspace and Enter work wherever the focus is', async () => {
  const till = lockedTill();
  render(<LockScreen />, { as: 'page', bridge: till });
  await choose(/Aida/);
  await expect.element(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await userEvent.keyboard('479{Backspace}11{Enter}');
  await expect.poll(() => till.inputsOf('session.signIn')).toEqual([{ staffId: aida.id, pin: '4711' }]);
});

test('Enter unlocks even while a digit has the focus', async () => {
  const till = lockedTill();
  render(<LockScreen />, { as: 'page', bridge: till });
  await choose(/Aida/);
  const one = page.getByRole('button', { name: '1' });
  await expect.element(one).toBeVisible();
  one.element().focus();
  await userEvent.keyboard('4711{Enter}');
  await expect.poll(() => till.inputsOf('session.signIn')).toEqual([{ staffId: aida.id, pin: '4711' }]);
});

test('a wrong PIN is wiped, and the tries that are left are said', async () => {
  render(<LockScreen />, { as: 'page', bridge: lockedTill() });
  await choose(/Timur/);
  await userEvent.keyboard('0000{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('That PIN is not rightTries left: 4.');
  await expect.element(page.getByText('0 digits entered')).toBeInTheDocument();
  await expect.element(page.getByRole('group', { name: 'PIN of Timur' })).toHaveFocus();
});

test('after too many tries the pad waits and counts down', async () => {
  const till = lockedTill().answer('session.signIn', () => refused('pin_locked', { seconds: 2, minutes: 1 }));
  render(<LockScreen />, { as: 'page', bridge: till });
  await choose(/Timur/);
  await userEvent.keyboard('0000{Enter}');
  await expect.element(page.getByText(/Try again in 0:0[12]/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: '5' })).toBeDisabled();
  await expect.element(page.getByRole('button', { name: '5' })).toBeEnabled();
});

test('where one person works alone, there is nothing to choose', async () => {
  const till = new FakeTill().answer('terminal.status', () => ok(aStatus({ session: null, staff: [aida] })));
  render(<LockScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByRole('heading', { name: 'Aida' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Someone else' }).elements()).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test('choosing a name is accessible', async () => {
    const container = render(<LockScreen />, { as: 'page', bridge: lockedTill(), theme });
    await expect.element(page.getByRole('button', { name: /Aida/ })).toBeVisible();
    await expectAccessible();
    expectTouchTargets(container);
  });

  test('entering a PIN, and getting it wrong, is accessible', async () => {
    const container = render(<LockScreen />, { as: 'page', bridge: lockedTill(), theme });
    await choose(/Timur/);
    await userEvent.keyboard('0000{Enter}');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible();
    expectTouchTargets(container);
  });
});

test('what waits for somebody to sign in is said where they sign in', async () => {
  const error = { code: 'print_needs_sign_in', message: '' } as const;
  const printer = { target: 'tcp://127.0.0.1:9100', state: 'waiting', waiting: 1, error } as const;
  const till = new FakeTill().answer('terminal.status', () => ok(aStatus({ session: null, printer })));
  render(<LockScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByText('It is printed as soon as somebody signs in.')).toBeVisible();
});
