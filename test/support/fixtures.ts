import type { Backup } from '../../shared/contract/backup.ts';
import type { Balance } from '../../shared/contract/balance.ts';
import type { TerminalStatus } from '../../shared/contract/terminal.ts';
import type { UpdateStatus } from '../../shared/contract/updates.ts';

export const aida = { id: 'staff-aida', name: 'Aida', role: 'manager' } as const;
export const timur = { id: 'staff-timur', name: 'Timur', role: 'cashier' } as const;

/** Newest first: a good one, one that is damaged, one that a person put there. */
export const BACKUPS = [
  {
    name: 'keytill_2026-03-29T04-00-00-000Z_daily.db',
    at: '2026-03-29T04:00:00.000Z',
    size: 18_432_000,
    why: 'daily',
    verified: true,
  },
  {
    name: 'keytill_2026-03-28T04-00-00-000Z_on_demand.db',
    at: '2026-03-28T04:00:00.000Z',
    size: 17_100_800,
    why: 'on_demand',
    verified: false,
    problem: 'damaged',
  },
  {
    name: 'from my stick.db',
    at: '2026-03-20T04:00:00.000Z',
    size: 12_288,
    why: 'other',
    verified: true,
  },
] as const satisfies Backup[];

/** An installed till that has found a newer version and fetched it. */
export function anUpdate(change: Partial<UpdateStatus> = {}): UpdateStatus {
  return {
    version: '0.1.0',
    off: null,
    step: 'ready',
    lookedAt: '2026-03-29T08:30:00.000Z',
    found: { version: '0.2.0', notes: 'Receipts in Kazakh.\nThe day’s report opens faster.' },
    agreed: null,
    asksAdministrator: false,
    waitsFor: null,
    ...change,
  };
}

/** A till in Almaty that is set up, online and unlocked by a cashier. */
export function aStatus(change: Partial<TerminalStatus> = {}): TerminalStatus {
  return {
    version: '0.1.0',
    demo: false,
    closedByManager: false,
    phase: 'ready',
    language: 'en',
    theme: 'light',
    shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
    autoLockMinutes: 5,
    keychain: 'os',
    session: { staff: timur },
    staff: [aida, timur],
    connection: { state: 'online', since: '2026-03-29T08:00:00.000Z' },
    queue: { waiting: 0, held: 0, toRefund: 0, amount: '0' },
    printer: { target: 'tcp://127.0.0.1:9100', state: 'ready', waiting: 0 },
    storage: { state: 'ok', since: '2026-03-29T08:00:00.000Z' },
    catalogueSize: 128,
    backup: { newestAt: '2026-03-29T04:00:00.000Z' },
    now: '2026-03-29T09:00:00.000Z',
    ...change,
  };
}

export function aBalance(change: Partial<Balance> = {}): Balance {
  return {
    balance: '842.15',
    reserved: '23.09',
    currency: 'USD',
    postpaid: false,
    asOf: '2026-03-29T08:59:30.000Z',
    stale: false,
    low: false,
    ...change,
  };
}
