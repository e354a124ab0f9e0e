import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, RestoreReport } from '../shared/contract/backup.ts';
import { TillError } from '../shared/errors.ts';
import type { TillEvent } from '../shared/events.ts';
import { backupFolderOf } from './backup/backups.ts';
import { createBeside } from './backup/beside.ts';
import { finishRestore } from './backup/swap.ts';
import { LostData, refuseLostData, rememberTill } from './earlier-till.ts';
import type { ClosableHttp } from './partner/undici-http.ts';
import { describe, type TerminalOptions } from './parts.ts';
import { createRecoveryTill, GATE_FOLDER } from './recovery-till.ts';
import { DamagedDatabase } from './store/open.ts';
import { createTerminal, type Terminal } from './terminal.ts';

export interface StandingTillOptions extends Omit<TerminalOptions, 'http' | 'restore' | 'beside'> {
  /** electron/backup/worker.ts, as built. */
  backupProgram: string;
  /** Made anew for every terminal. */
  http: () => ClosableHttp;
}

/**
 * The till of a data folder as hosts see it, from the start of the process to its end: a terminal while its data can be
 * used, a recovery till while it cannot, and another terminal after a restore. Calls that come while one takes the place
 * of the other wait. Throws `NewerDatabase`.
 */
export async function openStandingTill(options: StandingTillOptions): Promise<Terminal> {
  const { folder, clock, log } = options;
  const listeners = new Set<(event: TillEvent) => void>();
  const beside = createBeside(options.backupProgram);
  let isStarted = false;
  let restoring: Promise<unknown> | undefined;

  const tell = (event: TillEvent): void => {
    if (event.name === 'session.changed' && event.payload.staff) rememberTill(folder);
    for (const listener of listeners) listener(event);
  };

  async function open(): Promise<Terminal> {
    finishRestore(folder);
    const terminal = await openTerminal();
    terminal.on(tell);
    return terminal;
  }

  async function openTerminal(): Promise<Terminal> {
    const given = { ...options, http: options.http(), restore, beside };
    try {
      refuseLostData(folder);
      return await createTerminal(given);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      log.error({ error: describe(error) }, 'the data cannot be used');
      return createRecoveryTill({ ...given, problem });
    }
  }

  async function restore(chosen: Backup, staffId: string | null): Promise<RestoreReport> {
    if (restoring) throw new TillError('in_recovery', 'A backup is being restored already.');
    const report = exchange(chosen, staffId);
    restoring = report.catch(() => undefined);
    try {
      return await report;
    } finally {
      restoring = undefined;
      tell({ name: 'session.changed', payload: { staff: null } });
    }
  }

  async function exchange({ name, at }: Backup, staffId: string | null): Promise<RestoreReport> {
    await inside.stop();
    try {
      const order = { folder, backups: backupFolderOf(folder), name, madeAt: at, at: clock.now(), staffId };
      const report = await beside.prepareRestore(order);
      rmSync(join(folder, GATE_FOLDER), { recursive: true, force: true });
      return report;
    } finally {
      inside = await open();
      if (isStarted) inside.start();
    }
  }

  let inside = await open();
  return {
    async call(method, input) {
      await restoring;
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
    async stop() {
      isStarted = false;
      await restoring;
      await Promise.all([inside.stop(), beside.stop()]);
    },
  };
}

function problemOf(error: unknown): 'damaged' | LostData['how'] | undefined {
  if (error instanceof DamagedDatabase) return 'damaged';
  return error instanceof LostData ? error.how : undefined;
}
