import { join } from 'node:path';
import { tillOf } from './audit/audit.ts';
import { createDispatch } from './dispatch.ts';
import { rememberTill } from './earlier-till.ts';
import { createHandlers } from './handlers.ts';
import type { WindowTill } from './hosts/till.ts';
import { buildParts, describe, type TerminalOptions } from './parts.ts';
import { keepNewestEntry, newestEntryOf } from './store/newest-entry.ts';
import { openBeside } from './store/open-beside.ts';

export interface Terminal extends WindowTill {
  /** Begins to sell, once the till is set up and its secrets are there. */
  start(): void;
  /** Stores what is under way and closes the database; never takes longer than two seconds. */
  stop(): Promise<void>;
}

/** Builds every part of the till, once. Throws `DamagedDatabase` or `NewerDatabase` where the data cannot be used. */
export async function createTerminal(options: TerminalOptions): Promise<Terminal> {
  const { folder, clock } = options;
  const db = await openBeside(join(folder, 'keytill.db'), newestEntryOf(folder), options.beside);
  const parts = buildParts(options, db);
  parts.on(event => {
    const till = event.name === 'session.changed' && event.payload.staff ? tillOf(db) : undefined;
    if (till !== undefined) rememberTill(folder, till);
  });
  const stopNoting = keepNewestEntry(db, folder, clock);
  await parts.secrets.load();
  const call = createDispatch({
    handlers: createHandlers(parts),
    session: parts.session,
    storageProblem: parts.storage.heard,
    unexpected: (error, method) => options.log.error({ method, error: describe(error) }, 'a call failed'),
  });
  return {
    call: (method, input) => call(method, input),
    on: parts.on,
    start: parts.begin,
    wake: parts.wake,
    hasSaleOnScreen: parts.keptSale.isOnScreen,
    stop() {
      stopNoting();
      return parts.stop();
    },
  };
}
