import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../electron/audit/audit.ts';
import { lockAfter } from '../../electron/staff/lockout.ts';
import { updateLockout } from '../../electron/staff/staff-store.ts';
import type { ErrorCode, ErrorDetails } from '../../shared/errors.ts';
import { aStart, aTeam } from './a-team.ts';

const MINUTE = 60_000;

let team: Awaited<ReturnType<typeof aTeam>>;
beforeEach(async () => {
  team = await aTeam();
});
afterEach(() => void team.db.close());

const failing = (code: ErrorCode, details?: ErrorDetails) =>
  expect.objectContaining(details ? { code, details: expect.objectContaining(details) } : { code });

async function guessWrongly(times: number, session = team.session): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (let guess = 0; guess < times; guess++) {
    errors.push(await session.signIn(team.timur.id, '0000').catch((error: unknown) => error));
  }
  return errors;
}

describe('signing in', () => {
  it('takes the PIN of that person, and no other', async () => {
    const { session, timur, mira } = team;
    await expect(session.signIn(timur.id, '2468')).rejects.toEqual(failing('wrong_pin'));
    expect(session.current()).toBeUndefined();
    expect(await session.signIn(timur.id, '1357')).toEqual(timur);
    expect(session.current()).toEqual(timur);
    expect(await session.signIn(mira.id, '2468')).toEqual(mira);
    await expect(session.signIn('nobody', '1357')).rejects.toEqual(failing('not_found'));
  });

  it('lets a cashier do a cashier’s work and a manager everything', async () => {
    const { session, timur, mira } = team;
    expect(() => session.require('cashier')).toThrow(failing('not_signed_in'));
    await session.signIn(timur.id, '1357');
    expect(session.require('cashier')).toEqual(timur);
    expect(() => session.require('manager')).toThrow(failing('not_allowed'));
    await session.signIn(mira.id, '2468');
    expect(session.require('manager')).toEqual(mira);
  });

  it('and out are told of and recorded', async () => {
    const { session, timur, db } = team;
    const heard: unknown[] = [];
    session.onChange(person => heard.push(person?.name ?? null));
    await session.signIn(timur.id, '1357');
    session.signOut();
    session.signOut();
    expect(heard).toEqual(['Timur', null]);
    expect(listAudit(db, 2).map(({ action }) => action)).toEqual(['session.signed_out', 'session.signed_in']);
  });

  it('in and out goes on when the disk takes nothing, and is written down once it does', async () => {
    const { session, timur, db, failures } = team;
    db.pragma('query_only = ON');
    expect(await session.signIn(timur.id, '1357')).toEqual(timur);
    session.signOut();
    expect(session.current()).toBeUndefined();
    expect(failures).toHaveLength(2);
    session.writeDown();
    db.pragma('query_only = OFF');
    session.writeDown();
    session.writeDown();
    expect(listAudit(db, 2).map(({ action }) => action)).toEqual(['session.signed_out', 'session.signed_in']);
    expect(listAudit(db, 9).filter(({ action }) => action === 'session.signed_in')).toHaveLength(1);
  });

  it('forgets wrong PINs with a right one that was asked for anew, also while the disk takes nothing', async () => {
    const { session, mira, db } = team;
    await session.signIn(mira.id, '2468');
    db.pragma('query_only = ON');
    const wrong = failing('wrong_pin', { left: 4 });
    await expect(session.confirm(mira.id, '0000', 'till.closed')).rejects.toEqual(wrong);
    await session.confirm(mira.id, '2468', 'till.closed');
    await expect(session.confirm(mira.id, '0000', 'till.closed')).rejects.toEqual(wrong);
    db.pragma('query_only = OFF');
  });

  it('with wrong PINs is no easier on a full disk: they are counted in memory, and on disk once it takes them', async () => {
    const { session, timur, db } = team;
    db.pragma('query_only = ON');
    const errors = await guessWrongly(5);
    expect(errors.slice(0, 4)).toEqual(
      Array.from({ length: 4 }, (_, n) => failing('wrong_pin', { left: 4 - n })),
    );
    expect(errors[4]).toEqual(failing('pin_locked', { seconds: 15 }));
    await expect(session.signIn(timur.id, '1357')).rejects.toEqual(failing('pin_locked'));
    await team.clock.pass(15_000);
    db.pragma('query_only = OFF');
    expect(await guessWrongly(1)).toEqual([failing('pin_locked', { seconds: 30 })]);
    expect(db.prepare('SELECT failed_attempts FROM staff WHERE id = ?').pluck().get(timur.id)).toBe(6);
  });

  it('is for those who still work here when the PIN has been checked', async () => {
    const { session, staff, timur, mira } = team;
    const signingIn = session.signIn(timur.id, '1357');
    await Promise.resolve();
    staff.remove(timur.id, mira.id);
    await expect(signingIn).rejects.toEqual(failing('not_found'));
    expect(session.current()).toBeUndefined();
  });
});

describe('guessing a PIN', () => {
  it('costs more time with each wrong one from the fifth on, and half an hour from the tenth', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 11, 500].map(lockAfter)).toEqual([
      0,
      0,
      15_000,
      30_000,
      60_000,
      120_000,
      240_000,
      30 * MINUTE,
      30 * MINUTE,
      30 * MINUTE,
    ]);
  });

  it('says how many tries are left, then how long to wait', async () => {
    const errors = await guessWrongly(6);
    expect(errors.slice(0, 4)).toEqual([4, 3, 2, 1].map(left => failing('wrong_pin', { left })));
    expect(errors[4]).toEqual(failing('pin_locked', { seconds: 15, minutes: 1 }));
    expect(errors[5]).toEqual(failing('pin_locked', { seconds: 15 }));
  });

  it('is refused while locked, with the right PIN too, and for that person alone', async () => {
    await guessWrongly(5);
    await expect(team.session.signIn(team.timur.id, '1357')).rejects.toEqual(failing('pin_locked'));
    expect(await team.session.signIn(team.mira.id, '2468')).toEqual(team.mira);
    await team.clock.pass(15_000);
    expect(await team.session.signIn(team.timur.id, '1357')).toEqual(team.timur);
  });

  it('begins anew after the right one', async () => {
    await guessWrongly(4);
    await team.session.signIn(team.timur.id, '1357');
    expect((await guessWrongly(1))[0]).toEqual(failing('wrong_pin', { left: 4 }));
  });

  it('side by side gets no more tries than one after the other', async () => {
    const { session, timur } = team;
    const pins = Array.from({ length: 20 }, (_, guess) => (guess === 12 ? '1357' : `00${10 + guess}`));
    const answers = await Promise.allSettled(pins.map(pin => session.signIn(timur.id, pin)));
    const codes = answers.map(answer => (answer.status === 'rejected' ? answer.reason.code : 'signed in'));
    expect(codes.filter(code => code === 'wrong_pin')).toHaveLength(4);
    expect(codes.filter(code => code === 'pin_locked')).toHaveLength(16);
    expect(session.current()).toBeUndefined();
  });

  it('is not shortened by setting the wall clock, forward or back', async () => {
    await guessWrongly(5);
    for (const days of [400, -400]) {
      team.clock.set(team.clock.now() + days * 24 * 60 * MINUTE);
      await expect(team.session.signIn(team.timur.id, '1357')).rejects.toEqual(failing('pin_locked'));
    }
    await team.clock.pass(15_000);
    expect(await team.session.signIn(team.timur.id, '1357')).toEqual(team.timur);
  });

  it('is not shortened by a restart: the wait begins anew', async () => {
    updateLockout(team.db, team.timur.id, 9, 0);
    await guessWrongly(1);
    await team.clock.pass(29 * MINUTE);
    const { session, clock } = aStart(team.db);
    await clock.pass(29 * MINUTE);
    await expect(session.signIn(team.timur.id, '1357')).rejects.toEqual(failing('pin_locked'));
    await clock.pass(MINUTE);
    expect(await session.signIn(team.timur.id, '1357')).toEqual(team.timur);
  });

  it('is in the audit, without what was guessed', async () => {
    await guessWrongly(2);
    const recorded = listAudit(team.db, 2);
    expect(recorded).toMatchObject([
      { action: 'session.wrong_pin', details: { failed: 2 } },
      { action: 'session.wrong_pin', details: { failed: 1 } },
    ]);
    expect(JSON.stringify(recorded.map(({ details }) => details))).not.toContain('0000');
  });
});
