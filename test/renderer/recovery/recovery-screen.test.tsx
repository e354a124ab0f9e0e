import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RecoveryScreen } from '../../../renderer/recovery/recovery-screen.tsx';
import { RestoredScreen } from '../../../renderer/recovery/restored-screen.tsx';
import type { Backup, RestoreReport } from '../../../shared/contract/backup.ts';
import type { StaffMember } from '../../../shared/contract/common.ts';
import type { TerminalStatus } from '../../../shared/contract/terminal.ts';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { FakeTill, ok, refused } from '../../support/fake-till.ts';
import { aida, aStatus, BACKUPS } from '../../support/fixtures.ts';
import { render, renderApp } from '../../support/render.tsx';
import { settled } from '../../support/settled.ts';

const REPORT: RestoreReport = {
  name: BACKUPS[0].name,
  at: BACKUPS[0].at,
  setAside: 'set-aside/2026-03-29T09-00-00-000Z',
  carried: { sales: 12, orders: 17, keys: 15, refunds: 1 },
  skipped: 2,
  gap: true,
  orders: 3,
};

const recovering = (change: Partial<TerminalStatus> = {}, backups: readonly Backup[] = BACKUPS) =>
  aStatus({
    phase: 'recovery',
    session: null,
    staff: [aida],
    recovery: {
      problem: 'damaged',
      folder: '/home/shop/keytill',
      backupFolder: '/home/shop/keytill/backups',
      backups: [...backups],
    },
    ...change,
  });

/** A till whose data is damaged; after the restore it is locked and ready. */
function damagedTill(restore: () => ReturnType<typeof ok<{ report: RestoreReport }>>): FakeTill {
  let session: { staff: StaffMember } | null = null;
  let isRestored = false;
  return new FakeTill()
    .answer('terminal.status', () => ok(isRestored ? aStatus({ session: null }) : recovering({ session })))
    .answer('session.signIn', ({ pin }) => {
      if (pin !== '2468') return refused('wrong_pin', { left: 4 });
      session = { staff: aida };
      return ok({ staff: aida });
    })
    .answer('balance.get', () => refused('in_recovery'))
    .answer('backup.restore', () => {
      const answer = restore();
      isRestored = answer.ok;
      return answer;
    });
}

const button = (name: string | RegExp) => page.getByRole('button', { name });

test('a manager signs in, reads what a restore does, restores, and reads what it did', async () => {
  const till = damagedTill(() => ok({ report: REPORT }));
  renderApp(till);
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toMatchTextContent('The till’s data cannot be used');
  await expect.element(page.getByText('29 Mar 2026, 09:00')).toBeVisible();
  await userEvent.keyboard('1111{Enter}');
  await expect.element(page.getByText('That PIN is not right')).toBeVisible();
  await userEvent.keyboard('2468{Enter}');
  await expect.element(button('Restore, 28 Mar 2026, 09:00')).toBeDisabled();
  await button('Restore, 29 Mar 2026, 09:00').click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toMatchTextContent(/nothing is bought twice/);
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent('The backup is in place');
  await expect.element(page.getByText(/may be missing/)).toBeVisible();
  await expect.element(page.getByText('Orders carried over')).toBeVisible();
  await expect.element(button('Continue')).toBeVisible();
  expect(till.inputsOf('backup.restore')).toEqual([{ name: BACKUPS[0].name }]);
});

test('without a good backup it says where to put one, and looks again when asked', async () => {
  const till = new FakeTill().answer('terminal.status', () => ok(recovering({ staff: [] }, [BACKUPS[1]])));
  render(<RecoveryScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByText('/home/shop/keytill/backups')).toBeVisible();
  await expect.element(page.getByText('Damaged')).toBeVisible();
  await button('Look again').click();
  await expect.poll(() => till.inputsOf('terminal.status')).toHaveLength(2);
});

test('where the data is kept from being opened it says what to do, offers no restore, and tries again', async () => {
  const [folder, detail] = ['/home/shop/keytill', 'ENOTDIR: not a directory'];
  const status = recovering({
    staff: [],
    recovery: { problem: 'unopened', detail, folder, backupFolder: `${folder}/backups`, backups: [] },
  });
  const till = new FakeTill().answer('terminal.status', () => ok(status));
  render(<RecoveryScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByText(/the disk has room/)).toBeVisible();
  await expect.element(page.getByText(detail)).toBeVisible();
  await expect.element(page.getByText(/Put a backup/)).not.toBeInTheDocument();
  await button('Look again').click();
  await expect.poll(() => till.inputsOf('terminal.status')).toHaveLength(2);
});

test('where a newer KeyTill has written the data it says to install that one, and offers no restore', async () => {
  const folder = '/home/shop/keytill';
  const status = recovering({
    staff: [],
    recovery: { problem: 'newer', folder, backupFolder: `${folder}/backups`, backups: [] },
  });
  const till = new FakeTill().answer('terminal.status', () => ok(status));
  render(<RecoveryScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/too old for its data/);
  await expect.element(page.getByText(/Install the newer KeyTill again/)).toBeVisible();
  await expect.element(page.getByText(/Put a backup/)).not.toBeInTheDocument();
  await expect.element(button(/Restore/)).not.toBeInTheDocument();
});

test('without secrets no PIN is asked for: the token is, afterwards', async () => {
  const till = new FakeTill().answer('terminal.status', () =>
    ok(recovering({ blocked: { code: 'secrets_lost', message: '' } })),
  );
  render(<RecoveryScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByText('PINs cannot be checked')).toBeVisible();
  await expect.element(button('Restore, 29 Mar 2026, 09:00')).toBeEnabled();
});

test('without a keychain it says so first', async () => {
  const till = new FakeTill().answer('terminal.status', () =>
    ok(recovering({ blocked: { code: 'keychain_unavailable', message: '' } })),
  );
  render(<RecoveryScreen />, { as: 'page', bridge: till });
  await expect.element(page.getByText('This computer gives KeyTill no keychain')).toBeVisible();
  await button('Look again').click();
  await expect.poll(() => till.inputsOf('terminal.status')).toHaveLength(2);
});

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test.each<[string, TerminalStatus]>([
    ['the PIN', recovering()],
    ['several managers', recovering({ staff: [aida, { ...aida, id: 'staff-dana', name: 'Dana' }] })],
    ['the backups', recovering({ session: { staff: aida } })],
    ['no good backup', recovering({ staff: [] }, [])],
    [
      'unopened data',
      recovering({
        staff: [],
        recovery: { problem: 'unopened', detail: 'EACCES', folder: '/k', backupFolder: '/k/b', backups: [] },
      }),
    ],
    [
      'newer data',
      recovering({
        staff: [],
        recovery: { problem: 'newer', folder: '/k', backupFolder: '/k/b', backups: [] },
      }),
    ],
  ])('%s: satisfies WCAG and can be pressed with a finger', async (_, status) => {
    const till = new FakeTill()
      .answer('terminal.status', () => ok(status))
      .answer('balance.get', () => refused('in_recovery'));
    const container = render(<RecoveryScreen />, { as: 'page', bridge: till, theme });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await settled();
    await expectAccessible();
    expectTouchTargets(container);
  });

  test.each([true, false])('the result, with a gap: %s, satisfies WCAG', async gap => {
    const container = render(<RestoredScreen report={{ ...REPORT, gap, skipped: gap ? 2 : 0 }} />, {
      as: 'page',
      theme,
    });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await settled();
    await expectAccessible();
    expectTouchTargets(container);
  });
});

test('whose till it is, which backup is the newest good one, and everything in the other language', async () => {
  renderApp(new FakeTill().answer('terminal.status', () => ok(recovering())));
  await expect.element(page.getByText('Player One')).toBeVisible();
  const rows = page.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  await expect
    .element(rows.first())
    .toMatchTextContent(/29 Mar 2026, 09:00.*04-00-00-000Z_daily\.db.*Good, the newest/);
  expect(page.getByText('Good, the newest').elements()).toHaveLength(1);
  await page.getByRole('radio', { name: 'Русский' }).click();
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent('Данные кассы нельзя');
});

test('a kiosk is closed there: without a PIN where none can be checked, else by who has signed in', async () => {
  let status = recovering({ closedByManager: true, staff: [] }, []);
  const till = new FakeTill()
    .answer('terminal.status', () => ok(status))
    .answer('balance.get', () => refused('in_recovery'))
    .answer('terminal.leave', () => ok({}))
    .answer('terminal.close', () => ok({}));
  render(<RecoveryScreen />, { as: 'page', bridge: till });
  await button('Close the till').click();
  await expect.poll(() => till.inputsOf('terminal.leave')).toHaveLength(1);
  status = recovering({ closedByManager: true, session: { staff: aida } });
  await button('Look again').click();
  await button('Close the till').click();
  await userEvent.keyboard('2468{Enter}');
  await expect.poll(() => till.inputsOf('terminal.close')).toEqual([{ pin: '2468' }]);
});
