import { describe, expect, it, test } from 'vitest';
import { createDispatch, type Handlers, shapeOf } from '../electron/dispatch.ts';
import { KeychainUnavailable } from '../electron/ports.ts';
import { createSession } from '../electron/staff/session.ts';
import { storageProblem } from '../electron/store/storage-problem.ts';
import { CALL_ERROR, type StaffMember } from '../shared/contract/common.ts';
import { contract, type Method } from '../shared/contract.ts';
import { TillError } from '../shared/errors.ts';
import { aTeam } from './staff/a-team.ts';

const METHODS = Object.keys(contract) as Method[];
const CASHIER: StaffMember = { id: 's2', name: 'Timur', role: 'cashier' };
const MANAGER: StaffMember = { id: 's1', name: 'Mira', role: 'manager' };

/** Every method answers with `answer`; `signedIn` is who stands there. */
function aDispatch(signedIn: StaffMember | undefined, answer: (method: Method) => unknown = () => ({})) {
  const reached: Method[] = [];
  const noted: unknown[] = [];
  const handlers = Object.fromEntries(
    METHODS.map(method => [
      method,
      () => {
        reached.push(method);
        return answer(method);
      },
    ]),
  ) as unknown as Handlers;
  const session = {
    current: () => signedIn,
    require(role: string) {
      if (!signedIn) throw new TillError('not_signed_in', '');
      if (role === 'manager' && signedIn.role !== 'manager') throw new TillError('not_allowed', '');
      return signedIn;
    },
  };
  const call = createDispatch({
    handlers,
    session,
    storageProblem,
    unexpected: error => noted.push(error),
  });
  return { call, reached, noted };
}

const NONSENSE: unknown[] = [
  null,
  7,
  'text',
  [],
  true,
  Symbol('s'),
  () => 1,
  { unheardOf: 1 },
  { offerId: { toString: 1 }, orderId: [], saleId: -1, day: '2026-02-30', pin: 1, token: 'x', limit: 1e9 },
  { __proto__: { isAdmin: true }, constructor: null },
  new Proxy(
    {},
    {
      get() {
        throw new Error('trap');
      },
      ownKeys() {
        throw new Error('trap');
      },
    },
  ),
];

describe('a call', () => {
  test.each(METHODS)('%s is made by those who may, and by no one else', async method => {
    const least = contract[method].role;
    const code = async (person: StaffMember | undefined) => {
      const { call, reached } = aDispatch(person);
      const answer = await call(method, { unheardOf: 1 });
      expect(reached).toEqual([]);
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await code(undefined)).toBe(least === 'nobody' ? 'invalid_input' : 'not_signed_in');
    expect(await code(CASHIER)).toBe(least === 'manager' ? 'not_allowed' : 'invalid_input');
    expect(await code(MANAGER)).toBe('invalid_input');
  });

  test.each(METHODS)('%s refuses nonsense before anything acts on it, and never throws', async method => {
    const { call, reached } = aDispatch(MANAGER);
    const takesNothing = contract[method].input.safeParse({}).success;
    for (const input of NONSENSE) {
      const answer = await call(method, input);
      if (!answer.ok) expect(CALL_ERROR.safeParse(answer.error).success).toBe(true);
      if (input === null && takesNothing) continue;
      expect(answer.ok).toBe(false);
    }
    expect(reached).toEqual(takesNothing ? [method] : []);
  });

  it('of a method there is not is refused, whatever it is called', async () => {
    const { call, reached } = aDispatch(MANAGER);
    for (const name of [
      '',
      'orders.steal',
      '__proto__',
      'constructor',
      'toString',
      7,
      null,
      undefined,
      {},
      ['orders.list'],
    ]) {
      expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_method' } });
    }
    expect(reached).toEqual([]);
  });

  it('names the field that was not understood, never what stood in it', async () => {
    const { call } = aDispatch(MANAGER);
    const answer = await call('staff.save', { name: 'Anna', role: 'cashier', pin: '12secret' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { field: 'pin' } } });
    expect(JSON.stringify(answer)).not.toContain('12secret');
  });

  it('is answered with what the contract names, and nothing that was there besides', async () => {
    const order = { key: 'AAAA-BBBB', id: 'o1' };
    const { call } = aDispatch(MANAGER, () => ({
      key: 'AAAA-BBBB',
      token: 'secret',
      order,
      printers: [],
      hasDrivers: false,
    }));
    expect(await call('orders.revealKey', { orderId: 'o1' })).toEqual({
      ok: true,
      value: { key: 'AAAA-BBBB' },
    });
    expect(await call('printer.list', {})).toEqual({ ok: true, value: { printers: [], hasDrivers: false } });
  });

  it('that answers something else than the contract says is an error of ours, and leaks none of it', async () => {
    const { call, noted } = aDispatch(MANAGER, () => ({ key: 7, order: 'AAAA-BBBB' }));
    const answer = await call('orders.revealKey', { orderId: 'o1' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('AAAA');
    expect(noted).toHaveLength(1);
  });

  it('passes on who calls', async () => {
    const team = await aTeam();
    const session = createSession({
      db: team.db,
      clock: team.clock,
      pepper: () => new Uint8Array(32).fill(5),
      storageFailed: () => {},
    });
    const callers: unknown[] = [];
    const handlers = {
      'printer.retry': (_: unknown, person: unknown) => {
        callers.push(person);
        return {};
      },
    } as unknown as Handlers;
    const call = createDispatch({ handlers, session, storageProblem, unexpected: () => {} });
    expect(await call('printer.retry', {})).toMatchObject({ error: { code: 'not_signed_in' } });
    await session.signIn(team.timur.id, '1357');
    await call('printer.retry', undefined);
    expect(callers).toEqual([team.timur]);
    team.db.close();
  });
});

describe('an error', () => {
  const sqlite = (code: string) => Object.assign(new Error('details of the disk'), { code });

  test.each([
    ['that a person can act on', new TillError('no_key', 'None.', { orderId: 'o1' }), 'no_key', 0],
    ['of the keychain', new KeychainUnavailable('Unlock the keyring.'), 'keychain_unavailable', 0],
    ['of a full disk', sqlite('SQLITE_FULL'), 'storage_full', 1],
    ['of a disk that fails', sqlite('SQLITE_IOERR_WRITE'), 'storage_failed', 1],
    ['of a file that may not be written', sqlite('SQLITE_READONLY'), 'storage_read_only', 1],
    ['of a file that another holds', sqlite('SQLITE_BUSY_SNAPSHOT'), 'storage_locked', 1],
    ['of a damaged file', sqlite('SQLITE_CORRUPT'), 'storage_failed', 1],
    ['of a rule of the database', sqlite('SQLITE_CONSTRAINT_CHECK'), 'internal', 1],
    ['nobody foresaw', new Error('SELECT secret'), 'internal', 1],
    ['that is no error', 'thrown text', 'internal', 1],
    ['that is nothing', undefined, 'internal', 1],
  ])('%s', async (_, error, code, logged) => {
    const { call, noted } = aDispatch(MANAGER, () => {
      throw error;
    });
    for (const method of ['printer.retry', 'balance.get'] as const) {
      const answer = await call(method, {});
      expect(answer).toMatchObject({ ok: false, error: { code } });
      expect(JSON.stringify(answer)).not.toMatch(/details of the disk|secret|thrown text/);
    }
    expect(noted).toHaveLength(2 * logged);
    expect(shapeOf(error).code).toBe(code);
  });

  it('that comes late is answered like one that comes at once', async () => {
    const { call } = aDispatch(MANAGER, () => Promise.reject(sqlite('SQLITE_FULL')));
    expect(await call('printer.retry', {})).toMatchObject({ ok: false, error: { code: 'storage_full' } });
  });
});
