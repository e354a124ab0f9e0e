import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, RestoreReport } from '../shared/contract/backup.ts';
import type { Recovery } from '../shared/contract/terminal.ts';
import { TillError } from '../shared/errors.ts';
import type { TillEvent } from '../shared/events.ts';
import { backupFolderOf } from './backup/backups.ts';
import { finishRestore } from './backup/swap.ts';
import { LostData, refuseLostData } from './earlier-till.ts';
import type { ClosableHttp } from './partner/undici-http.ts';
import { describe, type TerminalOptions } from './parts.ts';
import { createRecoveryTill, GATE_FOLDER, mayRestoreAfter, UNOPENED } from './recovery-till.ts';
import { DamagedDatabase } from './store/check.ts';
import { NewerDatabase } from './store/migrate.ts';
import { UnusableStore } from './store/open.ts';
import { createTerminal, type Terminal } from './terminal.ts';

export interface StandingTillOptions extends Omit<TerminalOptions, 'http' | 'restore' | 'hasBeenUsed'> {
  /** Made anew for every terminal. */
  http: () => ClosableHttp;
}

/**
 * The till of a data folder as hosts see it, from the start of the process to its end: a terminal while its data can be
 * used, a recovery till while it cannot, and another terminal after a restore. Calls that come while one takes the place
 * of the other wait. Data that is whole but cannot be opened, or only by a newer KeyTill, is tried again with every call.
 * Throws `UnusableStore`, and only at the start.
 */
export async function openStandingTill(options: StandingTillOptions): Promise<Terminal> {
  const { folder, clock, log, beside } = options;
  const listeners = new Set<(event: TillEvent) => void>();
  let isStarted = false;
  let isUnopened = false;
  let isUsed = false;
  /** A restore, or another try to open the data. */
  let changing: Promise<unknown> | undefined;

  const tell = (event: TillEvent): void => {
    if (event.name === 'session.changed' && event.payload.staff) isUsed = true;
    for (const listener of listeners) listener(event);
  };

  async function open(mayRefuse: boolean): Promise<Terminal> {
    const terminal = await openTerminal(mayRefuse);
    terminal.on(tell);
    return terminal;
  }

  async function openTerminal(mayRefuse: boolean): Promise<Terminal> {
    const given = { ...options, http: options.http(), restore, hasBeenUsed: () => isUsed };
    try {
      finishRestore(folder);
      refuseLostData(folder);
      const terminal = await createTerminal(given);
      isUnopened = false;
      return terminal;
    } catch (error) {
      if (mayRefuse && isRefusal(error)) throw error;
      log.error({ error: describe(error) }, 'the data cannot be used');
      const standIn = (why: Why) => {
        isUnopened = !mayRestoreAfter(why);
        return createRecoveryTill({ ...given, why });
      };
      // What keeps the data from being opened may keep the backups from it, too.
      return await standIn(reasonOf(error)).catch(second => standIn(unopenedFor(second)));
    }
  }

  async function change<T>(work: () => Promise<T>): Promise<T> {
    const result = work();
    changing = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      changing = undefined;
    }
  }

  async function restore(chosen: Backup, staffId: string | null): Promise<RestoreReport> {
    if (changing) throw new TillError('in_recovery', 'A backup is being restored already.');
    try {
      return await change(() => exchange(chosen, staffId));
    } finally {
      tell({ name: 'session.changed', payload: { staff: null } });
    }
  }

  async function exchange({ name, at }: Backup, staffId: string | null): Promise<RestoreReport> {
    let report: RestoreReport;
    try {
      await inside.stop();
      const order = { folder, backups: backupFolderOf(folder), name, madeAt: at, at: clock.now(), staffId };
      report = await beside.prepareRestore(order);
      rmSync(join(folder, GATE_FOLDER), { recursive: true, force: true });
    } finally {
      await reopen();
    }
    if (isUnopened) throw new TillError('in_recovery', UNOPENED);
    return report;
  }

  async function reopen(): Promise<void> {
    inside = await open(false);
    if (isStarted) inside.start();
  }

  async function tryAgain(): Promise<void> {
    await inside.stop();
    await reopen();
    // A screen that hears of it asks for the status, which tries again: only what came of it is told.
    if (!isUnopened) tell({ name: 'session.changed', payload: { staff: null } });
  }

  let inside = await open(true);
  return {
    async call(method, input) {
      await changing;
      if (isUnopened) await (changing ?? change(tryAgain));
      return inside.call(method, input);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      isStarted = true;
      inside.start();
    },
    wake: () => inside.wake(),
    hasSaleOnScreen: () => inside.hasSaleOnScreen(),
    async stop() {
      isStarted = false;
      await changing;
      isUnopened = false;
      await Promise.all([inside.stop(), beside.stop()]);
    },
  };
}

/** Said to whoever starts the till: a restore helps with none of it. */
function isRefusal(error: unknown): boolean {
  const isWrongOption = error instanceof TillError && error.code === 'invalid_input';
  return isWrongOption || error instanceof UnusableStore;
}

type Why = Pick<Recovery, 'problem' | 'detail'>;

function reasonOf(error: unknown): Why {
  if (error instanceof DamagedDatabase) return { problem: 'damaged' };
  if (error instanceof NewerDatabase) return { problem: 'newer' };
  return error instanceof LostData ? { problem: error.how } : unopenedFor(error);
}

function unopenedFor(error: unknown): Why {
  return { problem: 'unopened', detail: error instanceof Error ? error.message : String(error) };
}
