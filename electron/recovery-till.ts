import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Backup } from '../shared/contract/backup.ts';
import type { StaffMember } from '../shared/contract/common.ts';
import type { Recovery, TerminalStatus } from '../shared/contract/terminal.ts';
import { contract } from '../shared/contract.ts';
import { TillError } from '../shared/errors.ts';
import type { TillEvent } from '../shared/events.ts';
import { backupFolderOf, findGood } from './backup/backups.ts';
import { createClosing } from './closing.ts';
import { createDispatch, type Handlers } from './dispatch.ts';
import { rememberedTill } from './earlier-till.ts';
import { createSecrets } from './keychain/secrets.ts';
import { describe, type TerminalOptions } from './parts.ts';
import { createSettings, type SettingsPart } from './settings/settings.ts';
import { createSession } from './staff/session.ts';
import { createStaff } from './staff/staff.ts';
import { statusOfAny } from './status.ts';
import { DamagedDatabase } from './store/check.ts';
import { type Db, openStore } from './store/open.ts';
import { storageProblem } from './store/storage-problem.ts';
import type { Terminal } from './terminal.ts';

export interface RecoveryOptions extends TerminalOptions {
  why: Pick<Recovery, 'problem' | 'detail'>;
}

/** Who may restore, as the newest good backup knows them. */
interface Gate {
  /** The backup. */
  name: string;
  db: Db;
  settings: SettingsPart;
  staff: ReturnType<typeof createStaff>;
  session: ReturnType<typeof createSession>;
}

export const GATE_FOLDER = 'recovery';

export const UNOPENED =
  'The data of this till cannot be opened. Make room on the disk and the data folder writable, then try again.';

const NEWER = 'A newer KeyTill has written the data of this till. Install it again.';

/** Data that is whole is never exchanged for an older state of it. */
export const mayRestoreAfter = ({ problem }: Pick<Recovery, 'problem'>): boolean =>
  problem !== 'unopened' && problem !== 'newer';

/**
 * Stands in for a till whose data cannot be used: it says so, says which backups there are, and lets a manager put one of
 * them in its place, or close it. Nothing else works, and the data is left as it is. A manager is who is one in the newest
 * good backup, whichever is restored: someone who was removed since an older one does not come back by choosing it. Wrong
 * PINs are counted in a copy of that backup, which outlives a restart. While data that may be whole is only kept from being
 * opened, no backup is offered: the last restore may be half done. Nor is one offered over the data of a newer KeyTill.
 */
export async function createRecoveryTill(options: RecoveryOptions): Promise<Terminal> {
  const { folder, clock, random, beside, log } = options;
  const listeners = new Set<(event: TillEvent) => void>();
  const secrets = createSecrets(options.keychain, random);
  await secrets.load();
  const closing = createClosing(options);
  const mayRestore = mayRestoreAfter(options.why);
  const shut = options.why.problem === 'newer' ? NEWER : UNOPENED;
  const till = rememberedTill(folder);
  const startedAt = new Date(clock.now()).toISOString();
  let backups: Backup[] = [];
  let gate: Gate | undefined;

  function openGate(name: string): Gate {
    const copy = join(folder, GATE_FOLDER, name);
    const db = openStore(copyOnce(join(backupFolderOf(folder), name), copy));
    const session = createSession({
      db,
      clock,
      pepper: secrets.pepper,
      storageFailed: error => log.error({ error: describe(error) }, 'a try to sign in could not be counted'),
    });
    session.onChange(staff => {
      for (const listener of listeners) listener({ name: 'session.changed', payload: { staff } });
    });
    const staff = createStaff({ db, clock, random, pepper: secrets.pepper });
    return { name, db, session, staff, settings: createSettings(db) };
  }

  /** A person may have put a backup into the folder since. */
  async function look(): Promise<Backup[]> {
    if (!mayRestore) return [];
    backups = await beside.list(backupFolderOf(folder), till);
    const newest = backups.find(backup => backup.verified)?.name;
    if (gate && gate.name !== newest) closeGate();
    if (!gate && newest !== undefined) gate = openGate(newest);
    return backups;
  }

  function closeGate(): void {
    gate?.db.close();
    gate = undefined;
  }

  const managers = (): StaffMember[] => gate?.staff.list().filter(({ role }) => role === 'manager') ?? [];

  async function status(): Promise<TerminalStatus> {
    if (secrets.problem(false)) await secrets.load();
    await look();
    const problem = secrets.problem(false)?.toShape();
    return {
      ...statusOfAny(options, gate?.settings.find(), gate?.session.current()),
      phase: 'recovery',
      ...(problem ? { blocked: problem } : {}),
      recovery: { ...options.why, folder, backupFolder: backupFolderOf(folder), backups },
      staff: managers(),
      connection: { state: 'unknown', since: startedAt },
      queue: { waiting: 0, held: 0, toRefund: 0, amount: '0' },
      printer: { target: null, state: 'none', waiting: 0 },
      storage: { state: 'ok', since: startedAt },
      catalogueSize: 0,
      backup: newestOf(backups),
    };
  }

  /** Where the keychain lost the secrets no PIN can be checked; the till that comes up then asks for a token instead. */
  const secretsAreLost = (): boolean => mayRestore && secrets.problem(false)?.code === 'secrets_lost';

  const refuse = (): never => {
    throw new TillError(
      'in_recovery',
      mayRestore ? 'The data of this till cannot be used: a backup must be restored first.' : shut,
    );
  };
  const needGate = (): Gate => gate ?? refuse();

  const handlers: Handlers = {
    ...refusingAll(refuse),
    'terminal.status': status,
    'terminal.close': async ({ pin }, person) => {
      await closing.byManager(needGate().session, person, pin);
      return {};
    },
    'terminal.leave': async () => {
      closing.byAnybody(await status());
      return {};
    },
    'session.signIn': async ({ staffId, pin }) => {
      if (!mayRestore) refuse();
      if (!managers().some(({ id }) => id === staffId))
        throw new TillError('not_allowed', 'Only a manager may restore a backup.');
      return { staff: await needGate().session.signIn(staffId, pin) };
    },
    'session.signOut': () => {
      gate?.session.signOut();
      return {};
    },
    'backup.list': async () => {
      const all = await look();
      return { backups: all, ...newestOf(all) };
    },
    'backup.restore': async ({ name }, person) => {
      const chosen = await findGood(beside, folder, till, name);
      return { report: await options.restore(chosen, person.id === NOBODY.id ? null : person.id) };
    },
  };

  await look();
  const call = createDispatch({
    handlers,
    session: {
      current: () => gate?.session.current(),
      require: role => (secretsAreLost() ? NOBODY : needGate().session.require(role)),
    },
    storageProblem,
    unexpected: (error, method) => log.error({ method, error: describe(error) }, 'a call failed'),
  });
  return {
    call,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {},
    wake() {},
    hasSaleOnScreen: () => false,
    async stop() {
      closeGate();
    },
  };
}

const NOBODY: StaffMember = { id: '-', name: '', role: 'manager' };

/** A copy that is there already keeps what was counted in it; one that was cut short is made anew. */
function copyOnce(backup: string, copy: string): string {
  if (isUsable(copy)) return copy;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  copyFileSync(backup, copy);
  chmodSync(copy, 0o600);
  return copy;
}

function isUsable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    openStore(path).close();
    return true;
  } catch (error) {
    if (error instanceof DamagedDatabase) return false;
    throw error;
  }
}

function newestOf(backups: readonly Backup[]): { newestAt: string | null } {
  return { newestAt: backups.find(({ verified }) => verified)?.at ?? null };
}

function refusingAll(refuse: () => never): Handlers {
  return Object.fromEntries(Object.keys(contract).map(method => [method, refuse])) as unknown as Handlers;
}
