import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { LockScreen } from '../../../renderer/lock/lock-screen.tsx';
import type { UpdateStatus } from '../../../shared/contract/updates.ts';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { ok } from '../../support/fake-till.ts';
import { anUpdate } from '../../support/fixtures.ts';
import { render } from '../../support/render.tsx';
import { settled } from '../../support/settled.ts';
import { managerTill } from './manager-till.ts';
import { button, openManager, said } from './open-manager.tsx';

const AGREED = { staffName: 'Aida', at: '2026-03-29T08:40:00.000Z' };
const tillWith = (status: UpdateStatus) => managerTill().answer('updates.get', () => ok(status));
const card = () => page.getByRole('region', { name: 'KeyTill itself' });
const consent = () => page.getByRole('switch', { name: 'Install at the next start' });

test('a newer version says what is new, and is installed at the next start when the manager agrees', async () => {
  const till = tillWith(anUpdate()).answer('updates.agree', ({ install }) =>
    ok(anUpdate(install ? { agreed: AGREED, waitsFor: 'start' } : {})),
  );
  await openManager('Settings', till);
  await expect.element(card()).toMatchTextContent(/This is version 0.1.0.*Version 0.2.0.*Fetched and proven/);
  await expect.element(said(/Receipts in Kazakh/)).toBeVisible();
  await expect.element(consent()).not.toBeChecked();
  await consent().click({ force: true });
  await expect.element(consent()).toBeChecked();
  await expect.element(card()).toMatchTextContent(/when KeyTill is started again.*Aida agreed/);
  await consent().click({ force: true });
  await expect.element(consent()).not.toBeChecked();
  expect(till.inputsOf('updates.agree')).toEqual([
    { version: '0.2.0', install: true },
    { version: '0.2.0', install: false },
  ]);
});

test('before the manager agrees it says that Windows will ask for an administrator', async () => {
  await openManager('Settings', tillWith(anUpdate({ asksAdministrator: true })));
  await expect.element(consent()).not.toBeChecked();
  await expect
    .element(card())
    .toMatchTextContent(/Nothing changes until then\. Windows then asks for an administrator/);
});

test('it looks when asked, shows what the till tells, and says why it found nothing it trusts', async () => {
  const idle = anUpdate({ step: 'idle', found: null, lookedAt: null });
  const till = tillWith(idle).answer('updates.look', () =>
    ok({ ...idle, error: { code: 'update_untrusted', message: '' } }),
  );
  await openManager('Settings', till);
  await button('Look for updates').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/not signed by the right key/);
  till.emit({ name: 'updates.changed', payload: anUpdate({ step: 'fetching' }) });
  await expect.element(card()).toMatchTextContent(/Being fetched/);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('while it looks it does not say that it has not', async () => {
  await openManager('Settings', tillWith(anUpdate({ step: 'looking', found: null, lookedAt: null })));
  await expect.element(card()).toMatchTextContent(/Looking for a newer version…$/);
});

test('what is being installed can no longer be declined', async () => {
  await openManager(
    'Settings',
    tillWith(anUpdate({ step: 'installing', agreed: AGREED, waitsFor: 'start' })),
  );
  await expect.element(card()).toMatchTextContent(/Being installed.*Aida agreed/);
  expect(consent().query()).toBeNull();
});

test.each(['elsewhere', 'system', 'no_server'] as const)(
  'a till that does not update itself says why: %s',
  async off => {
    await openManager('Settings', tillWith(anUpdate({ off, step: 'idle', found: null, lookedAt: null })));
    await expect.element(card()).toMatchTextContent(/It does not update itself/);
    await expect.element(button('Look for updates')).not.toBeInTheDocument();
  },
);

test('other sections say that there is one', async () => {
  const till = tillWith(anUpdate());
  await openManager('Day', till);
  till.emit({ name: 'updates.changed', payload: anUpdate() });
  await expect.element(page.getByRole('tab', { name: 'Settings · update' })).toBeVisible();
});

test('while one is installed the lock screen says so', async () => {
  const till = managerTill();
  render(<LockScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByText('Who is selling?')).toBeVisible();
  till.emit({ name: 'updates.changed', payload: anUpdate({ step: 'installing', agreed: AGREED }) });
  await expect.element(page.getByText('An update is being installed')).toBeVisible();
});

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test.each([
    ['agreed', anUpdate({ agreed: AGREED, waitsFor: 'orders' })],
    ['refused', anUpdate({ error: { code: 'update_failed', message: '' } })],
  ])('%s: satisfies WCAG and can be pressed with a finger', async (_, status) => {
    const { container } = await openManager('Settings', tillWith(status), { theme });
    await expect.element(consent()).toBeVisible();
    await settled();
    await expectAccessible();
    expectTouchTargets(container);
  });
});
