import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../electron/adapters/system-random.ts';
import { listAudit } from '../../electron/audit/audit.ts';
import { hashPin, isPin } from '../../electron/staff/pin.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { aTeam, PEPPER } from './a-team.ts';

let team: Awaited<ReturnType<typeof aTeam>>;
beforeEach(async () => {
  team = await aTeam();
});
afterEach(() => void team.db.close());

const failing = (code: ErrorCode) => expect.objectContaining({ code });

describe('a PIN', () => {
  it('is kept as a hash that nobody can try without the pepper', async () => {
    const one = await hashPin('1357', PEPPER, systemRandom);
    const two = await hashPin('1357', PEPPER, systemRandom);
    expect(one.hash.equals(two.hash)).toBe(false);
    expect(await isPin('1357', one, PEPPER)).toBe(true);
    expect(await isPin('1358', one, PEPPER)).toBe(false);
    expect(await isPin('1357', one, new Uint8Array(32))).toBe(false);
    expect(await isPin('1357', { ...one, salt: two.salt }, PEPPER)).toBe(false);
  });
});

describe('the people of a till', () => {
  it('are added with a PIN and a name of their own, in whatever script', async () => {
    const { staff, mira } = team;
    const anna = await staff.save({ name: 'Анна', role: 'cashier', pin: '1111' }, mira.id);
    expect(
      staff
        .list()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Mira', 'Timur', 'Анна']);
    await expect(staff.save({ name: 'Bolat', role: 'cashier' }, mira.id)).rejects.toEqual(
      failing('invalid_input'),
    );
    for (const name of ['TIMUR', 'анна']) {
      await expect(staff.save({ name, role: 'cashier', pin: '1111' }, mira.id)).rejects.toEqual(
        failing('name_taken'),
      );
    }
    expect(await staff.save({ id: anna.id, name: 'анна', role: 'cashier' }, mira.id)).toMatchObject({
      name: 'анна',
    });
  });

  it('keep a manager, whoever is removed or changed', async () => {
    const { staff, mira, timur } = team;
    expect(() => staff.remove(mira.id, mira.id)).toThrow(failing('last_manager'));
    await expect(staff.save({ id: mira.id, name: 'Mira', role: 'cashier' }, mira.id)).rejects.toEqual(
      failing('last_manager'),
    );
    await staff.save({ id: timur.id, name: 'Timur', role: 'manager' }, mira.id);
    staff.remove(mira.id, timur.id);
    expect(staff.list()).toMatchObject([{ name: 'Timur', role: 'manager' }]);
  });

  it('keep a manager and one name each also when two changes are made side by side', async () => {
    const { staff, mira, timur } = team;
    await staff.save({ id: timur.id, name: 'Timur', role: 'manager' }, mira.id);
    const demote = ({ id, name }: typeof mira) =>
      staff.save({ id, name, role: 'cashier', pin: '9999' }, mira.id);
    const demoted = await Promise.allSettled([demote(mira), demote(timur)]);
    expect(demoted.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(demoted.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: failing('last_manager'),
    });
    const add = () => staff.save({ name: 'Анна', role: 'cashier', pin: '1111' }, mira.id);
    const added = await Promise.allSettled([add(), add()]);
    expect(added.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: failing('name_taken'),
    });
    expect(staff.list().filter(({ name }) => name === 'Анна')).toHaveLength(1);
  });

  it('are not changed after they were removed', async () => {
    const { staff, mira, timur } = team;
    const changing = staff.save({ id: timur.id, name: 'Timur', role: 'manager', pin: '9999' }, mira.id);
    staff.remove(timur.id, mira.id);
    await expect(changing).rejects.toEqual(failing('not_found'));
    expect(staff.list()).toHaveLength(1);
    expect(staff.nameOf(timur.id)).toBe('Timur');
  });

  it('are signed out when they are removed, and have their new role at once', async () => {
    const { staff, session, mira, timur } = team;
    const heard: unknown[] = [];
    session.onChange(person => heard.push(person));
    await session.signIn(timur.id, '1357');
    await staff.save({ id: timur.id, name: 'Timur', role: 'manager' }, mira.id);
    session.refresh(staff.list());
    expect(session.require('manager').id).toBe(timur.id);
    staff.remove(timur.id, mira.id);
    session.refresh(staff.list());
    expect(session.current()).toBeUndefined();
    expect(heard).toHaveLength(3);
  });

  it('with a new PIN are no longer locked out, and the old PIN is nobody’s', async () => {
    const { staff, session, mira, timur } = team;
    for (let guess = 0; guess < 6; guess++) await session.signIn(timur.id, '0000').catch(() => {});
    await staff.save({ id: timur.id, name: 'Timur', role: 'cashier', pin: '8642' }, mira.id);
    await expect(session.signIn(timur.id, '1357')).rejects.toEqual(failing('wrong_pin'));
    expect(await session.signIn(timur.id, '8642')).toEqual(timur);
  });

  it('are in the audit with who changed them, never with a PIN', async () => {
    const { staff, db, mira, timur } = team;
    await staff.save({ id: timur.id, name: 'Timur', role: 'cashier', pin: '86429753' }, mira.id);
    expect(listAudit(db, 1)).toMatchObject([
      { action: 'staff.changed', staffId: mira.id, subject: timur.id, details: { newPin: true } },
    ]);
    expect(JSON.stringify(listAudit(db, 10))).not.toContain('86429753');
  });
});
