import Database from 'better-sqlite3';
import { systemRandom } from '../../electron/adapters/system-random.ts';
import { createSession } from '../../electron/staff/session.ts';
import { createStaff } from '../../electron/staff/staff.ts';
import { type Db, openStore } from '../../electron/store/open.ts';
import { FakeClock } from '../support/fake-clock.ts';

export const PEPPER = new Uint8Array(32).fill(5);

const staffOf = (db: Db) =>
  createStaff({ db, clock: new FakeClock(), random: systemRandom, pepper: () => PEPPER });

/** Hashing PINs is slow on purpose: the team is made once and copied. */
const team = (async () => {
  const db = openStore(':memory:');
  const staff = staffOf(db);
  const mira = await staff.add({ name: 'Mira', role: 'manager', pin: '2468' }, null);
  const timur = await staff.add({ name: 'Timur', role: 'cashier', pin: '1357' }, mira.id);
  return { file: db.serialize(), mira, timur };
})();

/** Mira, a manager with the PIN 2468, and Timur, a cashier with 1357; nobody is signed in. */
export async function aTeam() {
  const { file, mira, timur } = await team;
  const db = new Database(file);
  return { db, staff: staffOf(db), mira, timur, ...aStart(db) };
}

/** The process starts: a session of its own, on a monotonic clock that begins at zero. */
export function aStart(db: Db) {
  const clock = new FakeClock();
  const failures: unknown[] = [];
  const storageFailed = (error: unknown) => void failures.push(error);
  const session = createSession({ db, clock, pepper: () => PEPPER, storageFailed });
  return { clock, session, failures };
}
