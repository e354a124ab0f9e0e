import about from '../package.json' with { type: 'json' };
import type { StaffMember } from '../shared/contract/common.ts';
import type { Settings, TerminalStatus } from '../shared/contract/terminal.ts';
import type { Parts, TerminalOptions } from './parts.ts';

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
  return {
    ...statusOfAny(options, known, session.current()),
    phase: problem ? 'blocked' : known ? 'ready' : 'setup',
    ...(problem ? { blocked: problem } : {}),
    staff: staff.list(),
    connection: connection.current(),
    queue: orders.summary(),
    printer: printQueue.status(),
    storage: storage.current(),
    catalogueSize: catalogue.size(),
    backup: backups.status(),
  };
}

/** What every till says of itself, whether its data can be used or not. `known`: its settings, as far as there are any. */
export function statusOfAny(
  { isDemo, keychain, clock, close }: TerminalOptions,
  known: Settings | undefined,
  current: StaffMember | undefined,
) {
  return {
    version: about.version,
    demo: isDemo,
    closedByManager: close !== undefined,
    language: known?.language ?? 'en',
    theme: known?.theme ?? 'system',
    shop: known?.shop ?? null,
    autoLockMinutes: known?.autoLockMinutes ?? 5,
    keychain: keychain.kind,
    session: current ? { staff: current } : null,
    now: new Date(clock.now()).toISOString(),
  } as const;
}
