import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMemoryKeychain } from '../../electron/keychain/memory-keychain.ts';
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

test('a disk that takes nothing does not keep it open, and neither do the wrong tries before', async () => {
  const other = new Database(join(till.folder, 'keytill.db'));
  await wrong();
  other.exec('BEGIN IMMEDIATE');
  await till.call('terminal.close', { pin: MANAGER_PIN });
  await vi.waitFor(() => expect(closed).toBe(2));
  other.exec('ROLLBACK');
  other.close();
  expect(await wrong()).toMatchObject({ code: 'wrong_pin', details: { left: 4 } });
  expect(await till.refusal('terminal.leave', {})).toMatchObject({ code: 'not_allowed' });
  await till.call('terminal.close', { pin: MANAGER_PIN });
  await vi.waitFor(() => expect(closed).toBe(3));
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
  expect(closed).toBe(3);
});

test('where the data is damaged, a manager of the newest backup closes it, who has signed in there', async () => {
  const own = await openTestTill({ close });
  await own.call('backup.create', {});
  await own.restart(undefined, () => writeFileSync(join(own.folder, 'keytill.db'), 'no database'));
  expect((await own.call('terminal.status', {})).phase).toBe('recovery');
  expect(await own.refusal('terminal.leave', {})).toMatchObject({ code: 'not_allowed' });
  expect(await own.refusal('terminal.close', { pin: MANAGER_PIN })).toMatchObject({ code: 'not_signed_in' });
  await own.signIn();
  expect(await own.refusal('terminal.close', { pin: '0000' })).toMatchObject({ code: 'wrong_pin' });
  expect(closed).toBe(3);
  await own.call('terminal.close', { pin: MANAGER_PIN });
  await vi.waitFor(() => expect(closed).toBe(4));
  await own.stop();
});

test('where no backup says who a manager is, or no PIN can be checked, whoever stands there closes it', async () => {
  const own = await openTestTill({ close });
  await own.restart(createMemoryKeychain());
  expect((await own.call('terminal.status', {})).phase).toBe('blocked');
  await own.call('terminal.leave', {});
  await vi.waitFor(() => expect(closed).toBe(5));
  await own.restart(undefined, () => writeFileSync(join(own.folder, 'keytill.db'), 'no database'));
  expect(await own.call('terminal.status', {})).toMatchObject({ phase: 'recovery', staff: [] });
  await own.call('terminal.leave', {});
  await vi.waitFor(() => expect(closed).toBe(6));
  await own.stop();
});

test('data of a newer KeyTill does not keep it open: what helps is installed outside of it', async () => {
  const own = await openTestTill({ close });
  await own.restart(undefined, () => {
    const db = new Database(join(own.folder, 'keytill.db'));
    db.pragma('user_version = 99');
    db.close();
  });
  expect(await own.call('terminal.status', {})).toMatchObject({ recovery: { problem: 'newer' } });
  await own.call('terminal.leave', {});
  await vi.waitFor(() => expect(closed).toBe(7));
  await own.stop();
});
