import type { StaffMember } from '../../shared/contract/common.ts';
import { TillError } from '../../shared/errors.ts';
import type { Role } from '../../shared/people.ts';
import { appendAudit } from '../audit/audit.ts';
import { newId } from '../ids.ts';
import type { Clock, Random } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { hashPin } from './pin.ts';
import {
  findStaff,
  insertStaff,
  listStaff,
  nameOf,
  removeStaff,
  type StoredStaff,
  updatePin,
  updateStaff,
} from './staff-store.ts';

export interface StaffParts {
  db: Db;
  clock: Clock;
  random: Random;
  /** Throws where the keychain gave none. */
  pepper: () => Uint8Array;
}

export type Staff = ReturnType<typeof createStaff>;

const show = ({ id, name, role }: StoredStaff): StaffMember => ({ id, name, role });

/** Who may work at this till. */
export function createStaff({ db, clock, random, pepper }: StaffParts) {
  const list = (): StaffMember[] => listStaff(db).map(show);

  const find = (id: string): StoredStaff => {
    const person = findStaff(db, id);
    if (!person) throw new TillError('not_found', `There is no staff member ${id}.`);
    return person;
  };

  const refuseTakenName = (name: string, id: string | undefined): void => {
    const taken = list().some(person => person.id !== id && person.name.toLowerCase() === name.toLowerCase());
    if (taken) throw new TillError('name_taken', `Someone called ${name} works here already.`, { name });
  };

  /** A till without a manager could never be changed again. */
  const keepAManager = (id: string): void => {
    const others = list().filter(person => person.id !== id && person.role === 'manager');
    if (others.length === 0) throw new TillError('last_manager', 'The last manager must stay one.');
  };

  /** Asked again in the transaction: hashing a PIN takes its time, and another change may have come between. */
  const refuseChange = ({ id, name, role }: StaffMember): void => {
    const before = find(id);
    refuseTakenName(name, id);
    if (before.role === 'manager' && role !== 'manager') keepAManager(id);
  };

  const record = (action: string, by: string | null, person: StaffMember, details = {}): void =>
    appendAudit(db, {
      at: clock.now(),
      staffId: by,
      action,
      subject: person.id,
      details: { name: person.name, role: person.role, ...details },
    });

  /** `also` is written in the same transaction. */
  async function add(
    person: { name: string; role: Role; pin: string },
    by: string | null,
    also: () => void = () => {},
  ): Promise<StaffMember> {
    refuseTakenName(person.name, undefined);
    const pin = await hashPin(person.pin, pepper(), random);
    return db
      .transaction(() => {
        refuseTakenName(person.name, undefined);
        const added = { id: newId(clock, random), name: person.name, role: person.role };
        insertStaff(db, { ...added, pin }, clock.now());
        also();
        record('staff.added', by, added);
        return added;
      })
      .immediate();
  }

  async function change(
    person: { id: string; name: string; role: Role; pin?: string | undefined },
    by: string,
  ): Promise<StaffMember> {
    refuseChange(person);
    const pin = person.pin === undefined ? undefined : await hashPin(person.pin, pepper(), random);
    return db
      .transaction(() => {
        refuseChange(person);
        updateStaff(db, person.id, person.name, person.role);
        if (pin) updatePin(db, person.id, pin);
        const changed = { id: person.id, name: person.name, role: person.role };
        record('staff.changed', by, changed, { newPin: pin !== undefined });
        return changed;
      })
      .immediate();
  }

  return {
    list,
    nameOf: (id: string): string | undefined => nameOf(db, id),
    add,
    async save(
      person: { id?: string | undefined; name: string; role: Role; pin?: string | undefined },
      by: string,
    ): Promise<StaffMember> {
      const { id, name, role, pin } = person;
      if (id !== undefined) return change({ id, name, role, pin }, by);
      if (pin === undefined)
        throw new TillError('invalid_input', 'A new person needs a PIN.', { field: 'pin' });
      return add({ name, role, pin }, by);
    },
    /** A PIN that nobody has to prove: only for a till whose secrets were lost. */
    async resetPin(id: string, pin: string): Promise<StaffMember> {
      const person = find(id);
      const hash = await hashPin(pin, pepper(), random);
      db.transaction(() => {
        updatePin(db, id, hash);
        record('staff.pin_reset', null, show(person));
      }).immediate();
      return show(person);
    },
    remove(id: string, by: string): void {
      const person = find(id);
      if (person.role === 'manager') keepAManager(id);
      db.transaction(() => {
        removeStaff(db, id, clock.now());
        record('staff.removed', by, show(person));
      }).immediate();
    },
  };
}
