import about from '../package.json' with { type: 'json' };
import type { TerminalStatus } from '../shared/contract/terminal.ts';
import type { Parts } from './parts.ts';

/** Everything a screen needs to begin, in one call. A till that was blocked looks for its secrets again. */
export async function readStatus(parts: Parts): Promise<TerminalStatus> {
  const { options, settings, secrets, session, staff, connection } = parts;
  const { orders, printQueue, catalogue, backups, storage } = parts;
  const known = settings.find();
  if (secrets.problem(!known)) {
    await secrets.load();
    parts.begin();
  }
  const problem = secrets.problem(!known)?.toShape();
  const current = session.current();
  return {
    version: about.version,
    demo: options.isDemo,
    phase: problem ? 'blocked' : known ? 'ready' : 'setup',
    ...(problem ? { blocked: problem } : {}),
    language: known?.language ?? 'en',
    theme: known?.theme ?? 'system',
    shop: known?.shop ?? null,
    autoLockMinutes: known?.autoLockMinutes ?? 5,
    keychain: secrets.kind,
    session: current ? { staff: current } : null,
    staff: staff.list(),
    connection: connection.current(),
    queue: orders.summary(),
    printer: printQueue.status(),
    storage: storage.current(),
    catalogueSize: catalogue.size(),
    backup: backups.status(),
    now: new Date(options.clock.now()).toISOString(),
  };
}
