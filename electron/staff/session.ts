import type { StaffMember } from '../../shared/contract/common.ts';
import { TillError } from '../../shared/errors.ts';
import type { Role } from '../../shared/people.ts';
import { type AuditRecord, appendAudit } from '../audit/audit.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { storageProblem } from '../store/storage-problem.ts';
import { lockAfter } from './lockout.ts';
import { isPin } from './pin.ts';
import { findStaff, type StoredStaff, updateLockout } from './staff-store.ts';

export interface SessionParts {
  db: Db;
  clock: Clock;
  pepper: () => Uint8Array;
  /** Hears of a disk that did not take what was to be written down. */
  storageFailed: (error: unknown) => void;
}

/** Wrong PINs in a row, and how long they lock. */
interface Tries {
  failed: number;
  lockMs: number;
}

/**
 * Who stands at the till. It lives in memory only: after a start someone signs in anew. A disk that takes nothing keeps
 * nobody from the till: wrong PINs are counted in memory then, and who came and went is written down once it can be.
 */
export function createSession({ db, clock, pepper, storageFailed }: SessionParts) {
  let signedIn: StaffMember | undefined;
  const listeners = new Set<(staff: StaffMember | null) => void>();
  /** By the monotonic clock: setting the wall clock shortens no lockout, and a restart begins it anew. */
  const lockedSince = new Map<string, number>();
  const startedAt = clock.monotonic();
  let checking = Promise.resolve();
  /** Where the disk did not take them, which counts until it has. */
  const uncounted = new Map<string, Tries>();
  let unwritten: AuditRecord[] = [];

  const become = (staff: StaffMember | undefined): void => {
    if (signedIn?.id === staff?.id) return;
    signedIn = staff;
    for (const listener of listeners) listener(staff ?? null);
  };

  const triesOf = ({ id, failedAttempts, lockRemainingMs }: StoredStaff): Tries =>
    uncounted.get(id) ?? { failed: failedAttempts, lockMs: lockRemainingMs };

  const remainingMs = (person: StoredStaff): number => {
    const waited = clock.monotonic() - (lockedSince.get(person.id) ?? startedAt);
    return Math.max(0, triesOf(person).lockMs - waited);
  };

  const refuseLocked = (person: StoredStaff): void => {
    const ms = remainingMs(person);
    if (ms === 0) return;
    throw new TillError('pin_locked', 'Too many wrong PINs.', {
      seconds: Math.ceil(ms / 1000),
      minutes: Math.ceil(ms / 60_000),
    });
  };

  function noteWrong(person: StoredStaff): TillError {
    const failed = triesOf(person).failed + 1;
    const ms = lockAfter(failed);
    lockedSince.set(person.id, clock.monotonic());
    count(person, { failed, lockMs: ms }, 'session.wrong_pin', { failed });
    if (ms > 0)
      return new TillError('pin_locked', 'Too many wrong PINs.', {
        seconds: ms / 1000,
        minutes: Math.ceil(ms / 60_000),
      });
    return new TillError('wrong_pin', 'That PIN is wrong.', { left: 5 - failed });
  }

  function count(person: StoredStaff, tries: Tries, action: string, details = {}): void {
    const { id, failedAttempts, lockRemainingMs } = person;
    const isNew = tries.failed !== failedAttempts || tries.lockMs !== lockRemainingMs;
    const isCounted = record(action, id, details, () => {
      if (isNew) updateLockout(db, id, tries.failed, tries.lockMs);
    });
    if (isCounted) uncounted.delete(id);
    else uncounted.set(id, tries);
  }

  /** Returns whether it is on disk, with `work` and whatever waited for it. */
  function record(action: string, id: string, details = {}, work = (): void => {}): boolean {
    const entry = { at: clock.now(), staffId: id, action, subject: id, details };
    try {
      write([...unwritten, entry], work);
      return true;
    } catch (error) {
      if (!storageProblem(error)) throw error;
      unwritten.push(entry);
      storageFailed(error);
      return false;
    }
  }

  function write(entries: AuditRecord[], work = (): void => {}): void {
    db.transaction(() => {
      work();
      for (const entry of entries) appendAudit(db, entry);
    }).immediate();
    unwritten = [];
  }

  function find(staffId: string): StoredStaff {
    const person = findStaff(db, staffId);
    if (!person) throw new TillError('not_found', 'This person no longer works here.');
    return person;
  }

  /** The person whose PIN this is. A wrong one counts, wherever it was asked for. */
  async function prove(staffId: string, pin: string): Promise<StoredStaff> {
    const asked = find(staffId);
    refuseLocked(asked);
    const isRight = await isPin(pin, asked.pin, pepper());
    // Checking takes its time: meanwhile the person may have been removed, or got another role.
    const person = find(staffId);
    if (!isRight) throw noteWrong(person);
    return person;
  }

  async function signIn(staffId: string, pin: string): Promise<StaffMember> {
    const person = await prove(staffId, pin);
    count(person, { failed: 0, lockMs: 0 }, 'session.signed_in');
    const { id, name, role } = person;
    become({ id, name, role });
    return { id, name, role };
  }

  /** One PIN is checked at a time: guesses cannot run side by side past the lockout. */
  function inTurn<T>(check: () => Promise<T>): Promise<T> {
    const answer = checking.then(check);
    checking = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
  }

  return {
    current: (): StaffMember | undefined => signedIn,
    signIn: (staffId: string, pin: string): Promise<StaffMember> => inTurn(() => signIn(staffId, pin)),
    /** Asks somebody who is signed in for the PIN anew, with the same count of tries as at the lock. `action` is recorded. */
    confirm: (staffId: string, pin: string, action: string): Promise<void> =>
      inTurn(async () => count(await prove(staffId, pin), { failed: 0, lockMs: 0 }, action)),
    signOut(): void {
      const person = signedIn;
      become(undefined);
      if (person) record('session.signed_out', person.id);
    },
    /** The disk takes writes again; where it does not after all, they wait for the next time. */
    writeDown(): void {
      try {
        if (unwritten.length > 0) write(unwritten);
      } catch (error) {
        if (!storageProblem(error)) throw error;
      }
    },
    /** A person who was removed, or has another role now, is not let go on as before. */
    refresh(staff: StaffMember[]): void {
      const now = staff.find(person => person.id === signedIn?.id);
      if (!now) become(undefined);
      else if (signedIn) {
        signedIn = now;
        for (const listener of listeners) listener(now);
      }
    },
    require(role: Role): StaffMember {
      if (!signedIn) throw new TillError('not_signed_in', 'Sign in first.');
      if (role === 'manager' && signedIn.role !== 'manager')
        throw new TillError('not_allowed', 'Only a manager may do this.');
      return signedIn;
    },
    onChange(listener: (staff: StaffMember | null) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
