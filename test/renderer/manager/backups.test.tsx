import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ok, refused } from '../../support/fake-till.ts';
import { aida, aStatus, BACKUPS } from '../../support/fixtures.ts';
import { managerTill } from './manager-till.ts';
import { button, dialog, openManager, said } from './open-manager.tsx';

const rows = () => page.getByRole('list', { name: 'Backups' }).getByRole('listitem');

test('each backup says when and why it was made, and a damaged one cannot be chosen', async () => {
  await openManager('Backups');
  await expect
    .element(rows().nth(0))
    .toMatchTextContent(/29 Mar 2026, 09:00Daily · 18.5 MB.*Good, the newest/);
  await expect.element(rows().nth(1)).toMatchTextContent(/Made by hand.*Damaged/);
  await expect.element(button('Restore, 28 Mar 2026, 09:00')).toBeDisabled();
  await expect.element(said(/Last good backup:/)).toMatchTextContent(/29 Mar 2026, 09:00/);
});

test('one is made when asked for, and then it is in the list', async () => {
  let made = 0;
  const newer = { ...BACKUPS[0], name: 'newer', at: '2026-03-29T09:00:00.000Z', why: 'on_demand' as const };
  const till = managerTill()
    .answer('backup.create', () => {
      made++;
      return ok({ backup: newer });
    })
    .answer('backup.list', () =>
      ok({ backups: made ? [newer, ...BACKUPS] : [...BACKUPS], newestAt: BACKUPS[0].at }),
    );
  await openManager('Backups', till);
  await button('Back up now').click();
  await expect.element(said('The backup is made and proven')).toBeVisible();
  await expect.element(rows().nth(0)).toMatchTextContent(/14:00Made by hand/);
});

test('one that fails says why, and what still works', async () => {
  const till = managerTill().answer('backup.create', () => refused('storage_full'));
  await openManager('Backups', till);
  await button('Back up now').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/storage_full/);
});

test('one that failed by itself is there to be read', async () => {
  const till = managerTill().answer('terminal.status', () =>
    ok(
      aStatus({
        session: { staff: aida },
        backup: { newestAt: BACKUPS[0].at, error: { code: 'backup_failed', message: '' } },
      }),
    ),
  );
  await openManager('Backups', till);
  await expect.element(said('The backup is not whole and was not kept')).toBeVisible();
});

test('before one is restored it is said what happens, and it can be left', async () => {
  const till = managerTill().answer('backup.restore', () => refused('backup_damaged'));
  await openManager('Backups', till);
  await button('Restore, 29 Mar 2026, 09:00').click();
  await expect.element(dialog()).toMatchTextContent(/carried over.*nothing is bought twice.*set aside/);
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  expect(till.inputsOf('backup.restore')).toEqual([]);
  await button('Restore, 29 Mar 2026, 09:00').click();
  await dialog().getByRole('button', { name: 'Restore' }).click();
  await expect.element(dialog().getByText('This backup is damaged')).toBeVisible();
  expect(till.inputsOf('backup.restore')).toEqual([{ name: BACKUPS[0].name }]);
});
