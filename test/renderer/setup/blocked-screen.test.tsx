import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { BlockedScreen } from '../../../renderer/setup/blocked-screen.tsx';
import type { ErrorCode } from '../../../shared/errors.ts';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { FakeTill, ok } from '../../support/fake-till.ts';
import { aida, aStatus } from '../../support/fixtures.ts';
import { render } from '../../support/render.tsx';

const TOKEN = '0123456789abcdef0123456789abcdef';

function blockedBy(code: ErrorCode) {
  return new FakeTill().answer('terminal.status', () =>
    ok(aStatus({ phase: 'blocked', session: null, blocked: { code, message: '' } })),
  );
}

test('without a keychain it says what to install, and tries again when asked', async () => {
  const till = blockedBy('keychain_unavailable');
  render(<BlockedScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByText(/sudo apt install gnome-keyring/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => till.inputsOf('terminal.status')).toHaveLength(2);
});

test('a kiosk is closed there without a PIN', async () => {
  const kiosk = new FakeTill()
    .answer('terminal.status', () =>
      ok(
        aStatus({
          phase: 'blocked',
          session: null,
          closedByManager: true,
          blocked: { code: 'keychain_unavailable', message: '' },
        }),
      ),
    )
    .answer('terminal.leave', () => ok({}));
  render(<BlockedScreen />, { as: 'page', bridge: kiosk });
  await page.getByRole('button', { name: 'Close the till' }).click();
  await expect.poll(() => kiosk.inputsOf('terminal.leave')).toHaveLength(1);
});

test('lost secrets are set anew with the token and a new PIN', async () => {
  const till = blockedBy('secrets_lost').answer('setup.recover', () => ok({ staff: aida }));
  render(<BlockedScreen />, { as: 'page', bridge: till });
  await page.getByLabelText('Shop token').fill(TOKEN);
  await page.getByLabelText('PIN').fill('4711');
  await page.getByLabelText('The same PIN again').fill('4711');
  await page.getByRole('button', { name: 'Save and open the till' }).click();
  await expect
    .poll(() => till.inputsOf('setup.recover'))
    .toEqual([{ token: TOKEN, manager: { staffId: aida.id, pin: '4711' } }]);
});

test('two different PINs set nothing', async () => {
  const till = blockedBy('secrets_lost');
  render(<BlockedScreen />, { as: 'page', bridge: till });
  await page.getByLabelText('Shop token').fill(TOKEN);
  await page.getByLabelText('PIN').fill('4711');
  await page.getByLabelText('The same PIN again').fill('4712');
  await page.getByRole('button', { name: 'Save and open the till' }).click();
  await expect.element(page.getByText('The two PINs are not the same.')).toBeVisible();
  expect(till.inputsOf('setup.recover')).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test.each(['keychain_unavailable', 'secrets_lost'] as const)('%s is accessible', async code => {
    const container = render(<BlockedScreen />, { as: 'page', bridge: blockedBy(code), theme });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible();
    expectTouchTargets(container);
  });
});
